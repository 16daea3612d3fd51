"""DB cluster parameter groups: families, use by clusters, and parameters that are set, read and reset."""

import re
from collections.abc import Iterable
from typing import Any

from moto.rds.exceptions import (
    DBClusterParameterGroupNotFoundError,
    InvalidParameterCombination,
    InvalidParameterValue,
    RDSClientError,
)
from moto.rds.models import DBClusterParameterGroup

from rds_members import await_reboot
from rds_parameters import FAMILIES, check_parameters
from rds_tags import Tags, check_tags

def check_identifier(parameter: str, value: str, length: int) -> None:
    """https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html#RDS_Limits.Constraints"""
    if len(value) > length or not re.fullmatch(r"[A-Za-z](-?[A-Za-z0-9])*", value):
        raise InvalidParameterValue(
            f"The parameter {parameter} is not a valid identifier. Identifiers must begin with a letter; "
            "must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain "
            "two consecutive hyphens."
        )


def is_default(name: str) -> bool:
    return name.lower().startswith("default.")


def defaults(family: str) -> list[dict[str, Any]]:
    """Those of the parameters that are known here; the roles for Amazon S3 have no value by default."""
    return [
        {"ParameterName": name, "Source": "engine-default", "IsModifiable": True}
        for name, families in FAMILIES.items()
        if family in families
    ]


class ParameterGroups(Tags):
    def create_db_cluster_parameter_group(
        self,
        db_cluster_parameter_group_name: str,
        db_parameter_group_family: str,
        description: str,
        tags: list[dict[str, str]] | None,
    ) -> DBClusterParameterGroup:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterParameterGroup.html"""
        check_identifier("DBClusterParameterGroupName", db_cluster_parameter_group_name, 255)
        if not re.fullmatch(r"aurora-mysql\d+\.\d+|aurora-postgresql\d+", db_parameter_group_family):
            raise InvalidParameterValue(
                f"ParameterGroupFamily {db_parameter_group_family} is not a valid parameter group family"
            )
        check_tags(tags or [])
        return super().create_db_cluster_parameter_group(
            db_cluster_parameter_group_name, db_parameter_group_family, description, tags
        )

    def modify_db_cluster_parameter_group(
        self,
        db_cluster_parameter_group_name: str,
        db_cluster_parameter_group_parameters: Iterable[dict[str, Any]],
    ) -> DBClusterParameterGroup:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBClusterParameterGroup.html"""
        # https://github.com/ankane/pghero/issues/66
        if is_default(db_cluster_parameter_group_name):
            raise InvalidParameterValue("Cannot modify a default parameter group.")
        group = self.parameter_group(db_cluster_parameter_group_name)
        parameters = list(db_cluster_parameter_group_parameters)
        check_parameters(group.db_parameter_group_family, parameters)
        if any(parameter.get("ApplyMethod") == "pending-reboot" for parameter in parameters):
            for cluster in self.clusters.values():
                if cluster.parameter_group == db_cluster_parameter_group_name:
                    await_reboot(cluster)
        return super().modify_db_cluster_parameter_group(db_cluster_parameter_group_name, parameters)

    def reset_db_cluster_parameter_group(self, name: str, every: bool, parameters: list[str]) -> None:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ResetDBClusterParameterGroup.html"""
        group = self.parameter_group(name)
        if every == bool(parameters):
            raise InvalidParameterCombination("Specify either ResetAllParameters or a list of Parameters.")
        for parameter in list(group.parameters) if every else parameters:
            group.parameters.pop(parameter, None)

    def describe_db_cluster_parameters(self, db_cluster_parameter_group_name: str) -> list[dict[str, Any]]:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterParameters.html"""
        name = db_cluster_parameter_group_name.lower()
        if is_default(name) and name not in self.db_cluster_parameter_groups:
            return defaults(name.removeprefix("default."))
        family = self.parameter_group(name).db_parameter_group_family
        own = [{**each, "Source": "user"} for each in super().describe_db_cluster_parameters(name)]
        names = {each["ParameterName"] for each in own}
        return own + [each for each in defaults(family) if each["ParameterName"] not in names]

    def delete_db_cluster_parameter_group(self, db_cluster_parameter_group_name: str) -> None:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBClusterParameterGroup.html"""
        name = db_cluster_parameter_group_name.lower()
        # https://github.com/awsdocs/amazon-rds-user-guide/issues/14
        if is_default(name):
            raise RDSClientError(
                "InvalidDBParameterGroupState", f"Default DBClusterParameterGroup cannot be deleted: {name}"
            )
        if any(cluster.parameter_group.lower() == name for cluster in self.clusters.values()):
            raise RDSClientError(
                "InvalidDBParameterGroupState",
                f"One or more database instances are still members of this parameter group {name}, "
                "so the group cannot be deleted",
            )
        super().delete_db_cluster_parameter_group(db_cluster_parameter_group_name)

    def parameter_group(self, name: str) -> DBClusterParameterGroup:
        if name not in self.db_cluster_parameter_groups:
            raise DBClusterParameterGroupNotFoundError(name)
        return self.db_cluster_parameter_groups[name]

    def check_parameter_group(self, name: str, family: str) -> None:
        """https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_WorkingWithParamGroups.html"""
        if is_default(name):
            actual = name.removeprefix("default.")
        elif name in self.db_cluster_parameter_groups:
            actual = self.db_cluster_parameter_groups[name].db_parameter_group_family
        else:
            # One code where groups are managed, another one where clusters are.
            raise RDSClientError(
                "DBClusterParameterGroupNotFound", f"DBClusterParameterGroup not found: {name}"
            )
        if actual != family:
            raise InvalidParameterCombination(
                f"The parameter group {name} with DBParameterGroupFamily {actual} can't be used for this "
                f"instance. Use a parameter group with DBParameterGroupFamily {family}."
            )
