import { AuroraS3Access } from "aurora-s3-access";
import { hundred } from "./hundred";

hundred((name, args) => new AuroraS3Access(name, args));
