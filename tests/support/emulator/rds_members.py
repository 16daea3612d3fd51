"""The instances of a cluster take over its parameter group when they restart."""

from typing import Any

from moto.rds.models import DBCluster, DBInstance, RDSBackend

moto_members = DBCluster.db_cluster_members.fget  # type: ignore[attr-defined]

PENDING = "pending-reboot"
IN_SYNC = "in-sync"


def members(cluster: DBCluster) -> list[dict[str, Any]]:
    """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterMember.html"""
    statuses = [getattr(member, "cluster_parameters", IN_SYNC) for member in cluster.members]
    return [
        {**member, "DBClusterParameterGroupStatus": status}
        for member, status in zip(moto_members(cluster), statuses, strict=True)
    ]


def await_reboot(cluster: DBCluster) -> None:
    """https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_WorkingWithDBClusterParamGroups.html"""
    for member in cluster.members:
        member.cluster_parameters = PENDING  # type: ignore[attr-defined]


class Members(RDSBackend):
    def reboot_db_instance(self, db_instance_identifier: str) -> DBInstance:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RebootDBInstance.html"""
        instance = super().reboot_db_instance(db_instance_identifier)
        instance.cluster_parameters = IN_SYNC  # type: ignore[attr-defined]
        return instance


def install() -> None:
    DBCluster.db_cluster_members = property(members)  # type: ignore[assignment]
