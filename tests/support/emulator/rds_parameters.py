"""The parameters of the families of DB cluster parameter groups, as far as they are known here.

Known are those for access to S3, and some that a group cannot have, cannot set, or cannot set at once. Every other
name that RDS could have is let through.
"""

import re
from typing import Any

from moto.rds.exceptions import InvalidParameterCombination, InvalidParameterValue

# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBClusterParameterGroup.html
PARAMETERS_PER_CALL = 20

# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Reference.ParameterGroups.html
FAMILIES = {
    "aurora_load_from_s3_role": {"aurora-mysql5.7"},
    "aurora_select_into_s3_role": {"aurora-mysql5.7"},
    "aws_default_s3_role": {"aurora-mysql5.7", "aurora-mysql8.0", "aurora-mysql8.4"},
    # Of roles, which MySQL has from 8.0 on.
    "activate_all_roles_on_login": {"aurora-mysql8.0", "aurora-mysql8.4"},
    "innodb_undo_logs": {"aurora-mysql5.7"},
    "binlog_row_metadata": {"aurora-mysql8.0", "aurora-mysql8.4"},
}
# "Modifiable: No" on that page.
NOT_MODIFIABLE = {
    "default_storage_engine",
    "innodb_data_home_dir",
    "innodb_page_size",
    "innodb_undo_directory",
}
# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Replication.MySQL.html,
# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/mysql-replication-gtid.html: a reboot applies them.
STATIC = {"binlog_format", "enforce_gtid_consistency", "gtid-mode", "lower_case_table_names"}


def check_parameters(family: str, parameters: list[dict[str, Any]]) -> None:
    """All or nothing: a group that is refused one keeps its others as they were."""
    if len(parameters) > PARAMETERS_PER_CALL:
        raise InvalidParameterValue(
            f"A maximum of {PARAMETERS_PER_CALL} parameters can be modified in a single request."
        )
    for parameter in parameters:
        name = parameter["ParameterName"]
        # https://github.com/hashicorp/terraform-provider-aws/issues/522
        if family not in FAMILIES.get(name, {family}) or not re.fullmatch(r"[a-z][a-z0-9_.-]*", name):
            raise InvalidParameterValue(f"Could not find parameter with name: {name}")
        if name in NOT_MODIFIABLE:
            raise InvalidParameterValue(f"The parameter {name} cannot be modified.")
        # https://github.com/hashicorp/terraform-provider-aws/issues/216
        if name in STATIC and parameter.get("ApplyMethod") == "immediate":
            raise InvalidParameterCombination("cannot use immediate apply method for static parameter")
