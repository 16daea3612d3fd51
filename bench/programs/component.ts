import { AuroraS3Access } from "aurora-s3-access";
import { components } from "./components";

components((name, args) => void new AuroraS3Access(name, args));
