import { AccessByHand } from "./accessByHand";
import { components } from "./components";

components((name, args) => void new AccessByHand(name, args));
