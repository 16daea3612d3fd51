using System.Collections.Generic;
using Pulumi;
using Pulumi.AuroraS3Access;
using Pulumi.AuroraS3Access.Inputs;

return await Deployment.RunAsync(() =>
{
    var access = new AuroraS3Access("sales", new AuroraS3AccessArgs
    {
        ImportFrom = new()
        {
            new S3LocationArgs { Bucket = "sales-raw", Objects = new() { "incoming/*" } },
        },
        Clusters = new()
        {
            new ClusterAssociationArgs { ClusterIdentifier = "sales" },
        },
    });

    return new Dictionary<string, object?>
    {
        // Set these parameters in the DB cluster parameter group of the cluster...
        ["clusterParameters"] = access.ClusterParameters,
        // ...and grant these privileges to the database users who load data.
        ["databasePrivileges"] = access.DatabasePrivileges,
    };
});
