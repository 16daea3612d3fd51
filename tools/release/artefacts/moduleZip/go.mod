module aurora-s3-access/tools/release/artefacts/moduleZip

go 1.25.11

require golang.org/x/mod v0.36.0
