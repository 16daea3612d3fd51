"""RDS as far as Aurora's access to S3 touches it: DB clusters, their parameter groups and their IAM roles."""

from types import ModuleType

from moto.core.responses import ActionResult, EmptyResult
from moto.rds import urls
from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import DBCluster, rds_backends
from moto.rds.responses import RDSResponse

import rds_members
from rds_clusters import Clusters, http_endpoint_enabled, scaling_configuration
from rds_parameter_groups import defaults


class Rds(Clusters):
    @property
    def _url_module(self) -> ModuleType:
        return urls


class RdsCalls(RDSResponse):
    @property
    def backend(self) -> Rds:
        backend = super().backend
        assert isinstance(backend, Rds)
        return backend

    def delete_db_cluster(self) -> ActionResult:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBCluster.html"""
        if not self.params.get("SkipFinalSnapshot") and not self.params.get("FinalDBSnapshotIdentifier"):
            raise InvalidParameterCombination(
                "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified."
            )
        return super().delete_db_cluster()

    def remove_role_from_db_cluster(self) -> ActionResult:
        self.backend.remove_role_from_db_cluster(
            db_cluster_identifier=self.params["DBClusterIdentifier"],
            role_arn=self.params["RoleArn"],
            feature_name=self.params.get("FeatureName"),
        )
        return EmptyResult()

    def describe_db_cluster_parameters(self) -> ActionResult:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterParameters.html"""
        parameters = self.backend.describe_db_cluster_parameters(self.params["DBClusterParameterGroupName"])
        source = self.params.get("Source")
        if source:
            parameters = [parameter for parameter in parameters if parameter["Source"] == source]
        return ActionResult({"Parameters": parameters})

    def describe_engine_default_cluster_parameters(self) -> ActionResult:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeEngineDefaultClusterParameters.html"""
        family = self.params["DBParameterGroupFamily"]
        return ActionResult(
            {"EngineDefaults": {"DBParameterGroupFamily": family, "Parameters": defaults(family)}}
        )

    def reset_db_cluster_parameter_group(self) -> ActionResult:
        name = self.params["DBClusterParameterGroupName"]
        self.backend.reset_db_cluster_parameter_group(
            name,
            every=bool(self.params.get("ResetAllParameters")),
            parameters=[parameter["ParameterName"] for parameter in self.params.get("Parameters", [])],
        )
        return ActionResult({"DBClusterParameterGroupName": name})


def install() -> None:
    rds_backends.backend = Rds
    rds_members.install()
    DBCluster.http_endpoint_enabled = property(http_endpoint_enabled)  # type: ignore[assignment]
    DBCluster.scaling_configuration_info = property(scaling_configuration)  # type: ignore[assignment]
    urls.url_paths["{0}/$"] = RdsCalls.dispatch
