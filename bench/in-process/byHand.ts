import { AccessByHand } from "./accessByHand";
import { hundred } from "./hundred";

hundred((name, args) => new AccessByHand(name, args));
