import type { Row } from "./expected";
import { features } from "./features";

/** What a row is called in the table. */
export const titleOf = ({ feature, about }: Row): string =>
    about === undefined ? features[feature].title : `${features[feature].title}: ${about}`;
