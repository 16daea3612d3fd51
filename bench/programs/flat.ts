import { components } from "./components";
import { resourcesByHand } from "./resourcesByHand";

components((name, args) => void resourcesByHand(name, args, {}));
