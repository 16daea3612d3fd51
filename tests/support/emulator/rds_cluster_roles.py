"""IAM roles that are associated with DB clusters."""

from typing import Any, cast

from moto.core.exceptions import _RESTError
from moto.rds.exceptions import (
    DBClusterNotFoundError,
    DBClusterRoleAlreadyExists,
    InvalidDBClusterStateFault,
    InvalidParameterValue,
    RDSClientError,
)
from moto.rds.models import DBCluster

from accounts import find_role
from policy_documents import as_list, statements_of
from rds_tags import Tags

# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html
ROLES_PER_CLUSTER = 5

ENGINE_NAMES = {"aurora-mysql": "Aurora MySQL", "aurora-postgresql": "Aurora (PostgreSQL)"}
# SupportedFeatureNames of https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBEngineVersion.html
FEATURES = {
    "aurora-mysql": {"bedrock"},
    "aurora-postgresql": {"Bedrock", "Comprehend", "Lambda", "SageMaker", "s3Export", "s3Import"},
}


def can_be_assumed_by_rds(role_arn: str) -> bool:
    """By what its trust policy says of principals; conditions are taken as fulfilled."""
    role = find_role(role_arn)
    return role is not None and any(
        statement["Effect"] == "Allow"
        and "sts:AssumeRole" in as_list(statement["Action"])
        and "rds.amazonaws.com" in services_of(statement.get("Principal"))
        for statement in statements_of(role.assume_role_policy_document)
    )


def services_of(principal: Any) -> list[str]:
    return as_list(principal.get("Service", [])) if isinstance(principal, dict) else []


class CrossAccountPassRole(_RESTError):
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"""

    code = 403

    def __init__(self) -> None:
        super().__init__("AccessDenied", "Cross-account pass role is not allowed.")


class DBClusterRole:
    """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterRole.html

    AWS takes a while to associate a role, and to let go of it. Here it takes until the cluster was described
    once: who does not wait is found out at the next look, who waits loses no time.
    """

    def __init__(self, role_arn: str, feature_name: str | None) -> None:
        self.role_arn = role_arn
        self.feature_name = feature_name
        self.leaving = False
        self.times_described = 0

    @property
    def status(self) -> str:
        if self.times_described < 2:
            return "PENDING"
        return "ACTIVE" if can_be_assumed_by_rds(self.role_arn) else "INVALID"

    @property
    def has_left(self) -> bool:
        return self.leaving and self.times_described > 1

    def leave(self) -> None:
        self.leaving = True
        self.times_described = 0


def roles_of(cluster: DBCluster) -> list[DBClusterRole]:
    # Typed by moto as its own class, whose status never changes.
    return cast("list[DBClusterRole]", cluster._associated_roles)


class ClusterRoles(Tags):
    def add_role_to_db_cluster(
        self, db_cluster_identifier: str, role_arn: str, feature_name: str | None
    ) -> None:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AddRoleToDBCluster.html"""
        # Whether a role may be passed is asked before there is a look at the cluster.
        self.check_pass_role(role_arn)
        cluster = self.cluster_for_roles(db_cluster_identifier)
        self.associate(cluster, role_arn, feature_name)

    def check_pass_role(self, role_arn: str) -> None:
        parts = role_arn.split(":")
        if parts[0] == "arn" and len(parts) > 5 and parts[4] != self.account_id:
            raise CrossAccountPassRole

    def remove_role_from_db_cluster(
        self, db_cluster_identifier: str, role_arn: str, feature_name: str | None
    ) -> None:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RemoveRoleFromDBCluster.html"""
        cluster = self.cluster_for_roles(db_cluster_identifier)
        for role in roles_of(cluster):
            if role.role_arn == role_arn and role.feature_name == (feature_name or None):
                role.leave()
                return
        raise RDSClientError(
            "DBClusterRoleNotFound",
            f"Role ARN {role_arn} cannot be found for DB Cluster: {cluster.db_cluster_identifier}. "
            "Verify your role ARN and try again.",
        )

    def describe_db_clusters(
        self, db_cluster_identifier: str | None = None, filters: Any = None
    ) -> list[DBCluster]:
        clusters = super().describe_db_clusters(db_cluster_identifier, filters)
        for cluster in clusters:
            for role in roles_of(cluster):
                role.times_described += 1
            roles_of(cluster)[:] = [role for role in roles_of(cluster) if not role.has_left]
        return clusters

    def cluster_for_roles(self, identifier: str) -> DBCluster:
        if identifier not in self.clusters:
            raise DBClusterNotFoundError(identifier)
        cluster = self.clusters[identifier]
        if cluster.status != "available":
            raise InvalidDBClusterStateFault(
                f"DB Cluster {cluster.db_cluster_identifier} is not available for IAM role association, "
                f"disassociation, or updates. Current DB cluster status: {cluster.status}"
            )
        return cluster

    def associate(self, cluster: DBCluster, role_arn: str, feature_name: str | None) -> None:
        roles = roles_of(cluster)
        check_feature(cluster.engine, feature_name or None)
        if any(role.role_arn == role_arn for role in roles):
            raise DBClusterRoleAlreadyExists(
                f"Role ARN {role_arn} is already associated with DB Cluster: "
                f"{cluster.db_cluster_identifier}. Verify your role ARN and try again."
            )
        if len(roles) >= ROLES_PER_CLUSTER:
            raise RDSClientError(
                "DBClusterRoleQuotaExceeded",
                "You have exceeded the maximum number of IAM roles that can be associated with the specified "
                "DB cluster.",
            )
        if not can_be_assumed_by_rds(role_arn):
            raise InvalidParameterValue(
                "IAM role ARN value is invalid or does not include the required permissions"
            )
        roles.append(DBClusterRole(role_arn, feature_name or None))


def check_feature(engine: str, feature_name: str | None) -> None:
    """https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.html"""
    if feature_name is None and engine == "aurora-postgresql":
        raise InvalidParameterValue(
            "The feature-name parameter must be provided with the current operation for the "
            f"{ENGINE_NAMES[engine]} engine."
        )
    if feature_name is not None and feature_name not in FEATURES[engine]:
        raise InvalidParameterValue(
            f"The feature name {feature_name} is not valid for the engine {ENGINE_NAMES[engine]}."
        )
