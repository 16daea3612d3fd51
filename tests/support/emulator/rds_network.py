"""Where DB clusters and instances are: subnet groups and security groups, by default those of the default VPC."""

from typing import Any

from moto.rds.models import DBCluster, DBInstance, DBSubnetGroup, RDSBackend

import ec2

DEFAULT = "default"


class Network(RDSBackend):
    def create_subnet_group(
        self, subnet_name: str, description: str, subnets: list[Any], tags: list[dict[str, str]]
    ) -> DBSubnetGroup:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html"""
        return super().create_subnet_group(subnet_name, description, subnets, tags or [])

    def describe_db_subnet_groups(self, subnet_group_name: str) -> list[DBSubnetGroup]:
        """https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html"""
        if subnet_group_name == DEFAULT and DEFAULT not in self.subnet_groups:
            network = self.network()
            subnets = network.describe_subnets(filters={"vpc-id": network.default_vpc.id})
            self.create_subnet_group(DEFAULT, DEFAULT, subnets, [])
        return super().describe_db_subnet_groups(subnet_group_name)

    def network(self) -> Any:
        return ec2.load().ec2_backends[self.account_id][self.region_name]

    def has_network(self) -> bool:
        """In the Regions of some partitions moto's default VPC has no subnets."""
        if not ec2.is_loaded():
            return False
        network = self.network()
        return bool(network.describe_subnets(filters={"vpc-id": network.default_vpc.id}))

    def place(self, cluster: DBCluster) -> None:
        """A cluster that names no security group has the default one of its VPC.

        That of one in the default VPC shows from the first call of EC2 on: before it, nobody can look at the group.
        """
        in_default_vpc = cluster.db_subnet_group_name == DEFAULT
        if cluster.vpc_security_group_ids or (in_default_vpc and not self.has_network()):
            return
        group = self.describe_db_subnet_groups(cluster.db_subnet_group_name)[0]
        cluster.vpc_security_group_ids = [self.network().get_default_security_group(group.vpc_id).id]

    def create_db_instance(self, db_kwargs: dict[str, Any]) -> DBInstance:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html"""
        db_kwargs["publicly_accessible"] = bool(db_kwargs.get("publicly_accessible"))
        return super().create_db_instance(db_kwargs)
