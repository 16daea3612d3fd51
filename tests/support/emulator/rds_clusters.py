"""DB clusters of Aurora: engine versions and the parameter groups that go with them."""

import re
from typing import Any

from moto.rds.exceptions import (
    DBClusterNotFoundError,
    InvalidParameterCombination,
    InvalidParameterValue,
    RDSClientError,
)
from moto.rds.models import DBCluster

from rds_cluster_roles import ClusterRoles
from rds_members import Members, await_reboot
from rds_network import Network
from rds_parameter_groups import ParameterGroups, check_identifier
from rds_tags import check_tags

# AWS's own defaults move on; whoever cares names a version.
DEFAULT_VERSIONS = {"aurora-mysql": "8.0.mysql_aurora.3.10.0", "aurora-postgresql": "16.4"}
# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.Updates.Versions.html
# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/AuroraPostgreSQL.Updates.html
VERSIONS = {
    "aurora-mysql": r"(5\.7|8\.\d)(?:\.mysql_aurora\.\d+(?:\.\d+)+)?",
    "aurora-postgresql": r"([1-9]\d)(?:\.\d+)*",
}


def parameter_group_family(engine: str, version: str) -> str:
    if engine not in VERSIONS:
        raise InvalidParameterValue(f"Only Aurora is emulated ({', '.join(VERSIONS)}), not {engine}.")
    match = re.fullmatch(VERSIONS[engine], version)
    if not match:
        raise InvalidParameterCombination(f"Cannot find version {version} for {engine}")
    return engine + match[1]


def scaling_configuration(cluster: DBCluster) -> dict[str, Any] | None:
    """Of Aurora Serverless v1 alone: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html"""
    return moto_scaling_configuration(cluster) if cluster.engine_mode == "serverless" else None


moto_scaling_configuration = DBCluster.scaling_configuration_info.fget  # type: ignore[attr-defined]


def http_endpoint_enabled(cluster: DBCluster) -> bool:
    """Since 2023 also without Serverless v1: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html"""
    return bool(getattr(cluster, "has_data_api", False))


class Clusters(ClusterRoles, Members, Network, ParameterGroups):
    def create_auto_cluster_snapshot(self, *_: Any) -> None:  # type: ignore[override]
        """An automated backup takes its time, and goes with its cluster.

        moto takes one at creation and keeps it, so that no cluster could be created again in the same minute.
        """

    create_auto_snapshot = create_auto_cluster_snapshot  # type: ignore[assignment]

    def create_db_cluster(self, kwargs: dict[str, Any]) -> DBCluster:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html"""
        identifier, engine = kwargs["db_cluster_identifier"], kwargs["engine"]
        check_identifier("DBClusterIdentifier", identifier, 63)
        if identifier in self.clusters:
            raise RDSClientError("DBClusterAlreadyExistsFault", "DB Cluster already exists")

        kwargs["engine_version"] = kwargs.get("engine_version") or DEFAULT_VERSIONS.get(engine, "")
        family = parameter_group_family(engine, kwargs["engine_version"])
        group = kwargs.get("db_cluster_parameter_group_name") or f"default.{family}"
        self.check_parameter_group(group, family)
        kwargs["db_cluster_parameter_group_name"] = group
        check_tags(kwargs.get("tags") or [])
        for role in kwargs.get("associated_roles") or []:
            self.check_pass_role(role["role_arn"])

        cluster = super().create_db_cluster(kwargs)
        cluster.has_data_api = bool(kwargs.get("enable_http_endpoint"))  # type: ignore[attr-defined]
        try:
            for role in kwargs.get("associated_roles") or []:
                self.associate(cluster, role["role_arn"], role.get("feature_name"))
        except RDSClientError:
            del self.clusters[identifier]
            raise
        self.place(cluster)
        return cluster

    def modify_db_cluster(self, kwargs: dict[str, Any]) -> DBCluster:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBCluster.html"""
        identifier = kwargs["db_cluster_identifier"]
        if identifier not in self.clusters:
            raise DBClusterNotFoundError(identifier)
        cluster = self.clusters[identifier]
        version = kwargs.get("engine_version", cluster.engine_version)
        family = parameter_group_family(cluster.engine, version)
        group = kwargs.get("db_cluster_parameter_group_name")
        upgrade = family != parameter_group_family(cluster.engine, cluster.engine_version)
        if upgrade:
            if not kwargs.get("allow_major_version_upgrade"):
                raise InvalidParameterCombination(
                    "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version."
                )
            if not group and not cluster.parameter_group.startswith("default."):
                raise InvalidParameterCombination(
                    f"The current DB cluster parameter group {cluster.parameter_group} is custom. You must "
                    "explicitly specify a new DB cluster parameter group, either default or custom, for the "
                    "engine version upgrade."
                )
            group = kwargs["db_cluster_parameter_group_name"] = group or f"default.{family}"
        if group:
            self.check_parameter_group(group, family)
        if version != cluster.engine_version and not kwargs.get("apply_immediately"):
            # It waits for the next maintenance window, which never comes here.
            cluster.pending_modified_values = {"EngineVersion": version}  # type: ignore[attr-defined]
            del kwargs["engine_version"]
            if upgrade:
                del kwargs["db_cluster_parameter_group_name"]
        before = cluster.parameter_group
        modified = super().modify_db_cluster(kwargs)
        if "enable_http_endpoint" in kwargs:
            self.clusters[identifier].has_data_api = kwargs["enable_http_endpoint"]  # type: ignore[attr-defined]
        if self.clusters[identifier].parameter_group != before:
            await_reboot(self.clusters[identifier])
        return modified
