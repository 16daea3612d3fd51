import { name, version } from "../package.json";

/** The version of the package. */
export const versionText = `${version}\n`;

/** For those who name no command, or one that there is not. */
export const commandsText = `Usage: ${name} doctor CLUSTER [options]

Commands:
  doctor   Find out why an Amazon Aurora cluster cannot load data from Amazon S3 or save data to it.

Run "${name} doctor --help" for the options.
`;

export const helpText = `Usage: ${name} doctor CLUSTER [options]

Find out why an Amazon Aurora cluster cannot load data from Amazon S3 or save data to it. The doctor
reads the cluster, its roles, the buckets, their keys and the network, and names the first cause and
its fix. It changes nothing, and reads no content of objects.

Arguments:
  CLUSTER           Identifier of the DB cluster, or of a DB instance of RDS for PostgreSQL.

Options:
  --import URI      What is loaded, for example, s3://sales-raw/incoming/orders.csv. Repeatable.
  --export URI      Where data is saved, for example, s3://sales-reports/daily/. Repeatable.
                    Without URIs, the buckets in the policies of the roles are checked.
  --region REGION   AWS Region of the cluster. Default: AWS_REGION, or the Region of the profile.
  --profile NAME    Profile in the AWS configuration files. Default: AWS_PROFILE.
  --json            Print the report as JSON.
  -h, --help        Print this help.
  --version         Print the version.

Exit codes:
  0   Everything was checked, and nothing is wrong.
  1   Something is wrong. The report says what, and how to fix it.
  2   Not everything could be checked. The report or the error message says why.

Examples:
  npx ${name} doctor sales --region us-east-1
  npx ${name} doctor sales --import s3://sales-raw/incoming/orders.csv --json
`;
