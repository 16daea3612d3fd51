import pulumi
from pulumi_aurora_s3_access import AuroraS3Access

access = AuroraS3Access(
    "sales",
    import_from=[{"bucket": "sales-raw", "objects": ["incoming/*"]}],
    clusters=[{"cluster_identifier": "sales"}],
)

# Set these parameters in the DB cluster parameter group of the cluster...
pulumi.export("clusterParameters", access.cluster_parameters)
# ...and grant these privileges to the database users who load data.
pulumi.export("databasePrivileges", access.database_privileges)
