/** The generated SDK takes the same inputs. It is compiled only where it is measured. */
declare module "aurora-s3-access-sdk" {
    export { AuroraS3Access } from "aurora-s3-access";
}
