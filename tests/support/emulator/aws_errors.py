"""AWS errors that come and go by themselves, in the words and the wire form of each service."""

import json
from dataclasses import dataclass
from http import HTTPStatus
from xml.sax.saxutils import escape

REQUEST_ID = "c0ffee00-0000-4000-8000-000000000000"


@dataclass(frozen=True)
class AwsError:
    code: str
    status: HTTPStatus
    message: str


# https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
COMMON = {
    "Throttling": AwsError("Throttling", HTTPStatus.BAD_REQUEST, "Rate exceeded"),
    "InternalFailure": AwsError(
        "InternalFailure",
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "The request processing has failed because of an unknown error, exception or failure.",
    ),
    "ServiceUnavailable": AwsError(
        "ServiceUnavailable",
        HTTPStatus.SERVICE_UNAVAILABLE,
        "The request has failed due to a temporary failure of the server.",
    ),
    "AccessDenied": AwsError(
        "AccessDenied",
        HTTPStatus.FORBIDDEN,
        "User: arn:aws:iam::123456789012:user/deployer is not authorized to perform: {operation} "
        "because no identity-based policy allows the {operation} action",
    ),
}

# By service and by the name that tests give the error; {about} is what the call acts on.
ERRORS = {
    # https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
    "ec2": {
        "Throttling": AwsError(
            "RequestLimitExceeded", HTTPStatus.SERVICE_UNAVAILABLE, "Request limit exceeded."
        ),
        "InternalFailure": AwsError(
            "InternalError", HTTPStatus.INTERNAL_SERVER_ERROR, "An internal error has occurred"
        ),
        "ServiceUnavailable": AwsError(
            "Unavailable",
            HTTPStatus.SERVICE_UNAVAILABLE,
            "The server is overloaded and can't handle the request.",
        ),
        "AccessDenied": AwsError(
            "UnauthorizedOperation",
            HTTPStatus.FORBIDDEN,
            f"You are not authorized to perform this operation. {COMMON['AccessDenied'].message}",
        ),
    },
    # https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html, .../API_DeleteRole.html
    "iam": COMMON
    | {
        "ConcurrentModification": AwsError(
            "ConcurrentModification",
            HTTPStatus.CONFLICT,
            "The request was rejected because multiple requests to change this object were submitted "
            "simultaneously. Wait a few minutes and submit your request again.",
        ),
        "DeleteConflict": AwsError(
            "DeleteConflict", HTTPStatus.CONFLICT, "Cannot delete entity, must detach all policies first."
        ),
        "MalformedPolicyDocument": AwsError(
            "MalformedPolicyDocument",
            HTTPStatus.BAD_REQUEST,
            'Invalid principal in policy: "AWS":"arn:aws:iam::123456789012:role/new"',
        ),
        "NoSuchEntity": AwsError(
            "NoSuchEntity", HTTPStatus.NOT_FOUND, "The role with name {about} cannot be found."
        ),
    },
    # https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html#API_CreateKey_Errors
    "kms": {
        "Throttling": AwsError(
            "ThrottlingException",
            HTTPStatus.BAD_REQUEST,
            "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.",
        ),
        "InternalFailure": AwsError(
            "KMSInternalException",
            HTTPStatus.INTERNAL_SERVER_ERROR,
            "The request was rejected because an internal exception occurred. The request can be retried.",
        ),
        "ServiceUnavailable": AwsError(
            "DependencyTimeoutException",
            HTTPStatus.SERVICE_UNAVAILABLE,
            "The system timed out while trying to fulfill the request. You can retry the request.",
        ),
        "AccessDenied": AwsError(
            "AccessDeniedException", HTTPStatus.BAD_REQUEST, COMMON["AccessDenied"].message
        ),
        "MalformedPolicyDocument": AwsError(
            "MalformedPolicyDocumentException",
            HTTPStatus.BAD_REQUEST,
            "Policy contains a statement with one or more invalid principals.",
        ),
    },
    # https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AddRoleToDBCluster.html
    "rds": COMMON
    | {
        "InvalidDBClusterStateFault": AwsError(
            "InvalidDBClusterStateFault",
            HTTPStatus.BAD_REQUEST,
            "DbCluster {about} is not currently in the available state",
        ),
        "InvalidDBParameterGroupState": AwsError(
            "InvalidDBParameterGroupState",
            HTTPStatus.BAD_REQUEST,
            "One or more database instances are still members of this parameter group {about}, so the "
            "group cannot be deleted",
        ),
        "InvalidParameterValue": AwsError(
            "InvalidParameterValue",
            HTTPStatus.BAD_REQUEST,
            "IAM role ARN value is invalid or does not include the required permissions",
        ),
    },
    # https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
    "s3": {
        "Throttling": AwsError(
            "SlowDown", HTTPStatus.SERVICE_UNAVAILABLE, "Please reduce your request rate."
        ),
        "InternalFailure": AwsError(
            "InternalError",
            HTTPStatus.INTERNAL_SERVER_ERROR,
            "We encountered an internal error. Please try again.",
        ),
        "ServiceUnavailable": AwsError(
            "ServiceUnavailable", HTTPStatus.SERVICE_UNAVAILABLE, "Service is unable to handle request."
        ),
        "AccessDenied": AwsError("AccessDenied", HTTPStatus.FORBIDDEN, "Access Denied"),
    },
    "sts": COMMON,
}

NOT_FOR_ROLES = (
    "DB Cluster {about} is not available for IAM role association, disassociation, or updates. Current DB "
    "cluster status: modifying"
)
# What a call words otherwise than the rest of its service.
WORDINGS = {
    ("rds:AddRoleToDBCluster", "InvalidDBClusterStateFault"): NOT_FOR_ROLES,
    ("rds:RemoveRoleFromDBCluster", "InvalidDBClusterStateFault"): NOT_FOR_ROLES,
    ("iam:GetPolicy", "NoSuchEntity"): "Policy {about} was not found.",
}


def find(service: str, name: str) -> AwsError:
    if service not in ERRORS:
        raise ValueError(f"There is no service {service}; there are: {', '.join(ERRORS)}.")
    if name not in ERRORS[service]:
        raise ValueError(f"{service} has no error {name}; it has: {', '.join(ERRORS[service])}.")
    return ERRORS[service][name]


def answer(error: AwsError, call: str) -> tuple[list[tuple[str, str]], bytes]:
    """The headers and the body by which a service tells of an error; `call` is as the log has it."""
    operation, *acted_on = call.split()
    wording = WORDINGS.get((operation, error.code), error.message)
    message = wording.format(operation=operation, about=acted_on[0] if acted_on else "it")
    service = operation.split(":")[0]
    content_type, body = WIRE_FORMS.get(service, query)(error, message)
    if operation == "s3:HEAD":
        body = ""
    headers = [("Content-Type", content_type), ("Content-Length", str(len(body.encode())))]
    header = "x-amz-request-id" if service == "s3" else "x-amzn-RequestId"
    return [*headers, (header, REQUEST_ID)], body.encode()


def query(error: AwsError, message: str) -> tuple[str, str]:
    """https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#operation-error-serialization"""
    kind = "Sender" if error.status < HTTPStatus.INTERNAL_SERVER_ERROR else "Receiver"
    return "text/xml", (
        f"<ErrorResponse><Error><Type>{kind}</Type><Code>{error.code}</Code><Message>{escape(message)}</Message>"
        f"</Error><RequestId>{REQUEST_ID}</RequestId></ErrorResponse>"
    )


def aws_json(error: AwsError, message: str) -> tuple[str, str]:
    """https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#operation-error-serialization"""
    return "application/x-amz-json-1.1", json.dumps({"__type": error.code, "message": message})


def s3_xml(error: AwsError, message: str) -> tuple[str, str]:
    """https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#RESTErrorResponses"""
    return "application/xml", (
        f"<Error><Code>{error.code}</Code><Message>{escape(message)}</Message>"
        f"<RequestId>{REQUEST_ID}</RequestId></Error>"
    )


def ec2_xml(code: str, message: str) -> tuple[str, str]:
    """https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html#operation-error-serialization"""
    return "text/xml", (
        f"<Response><Errors><Error><Code>{code}</Code><Message>{escape(message)}</Message></Error></Errors>"
        f"<RequestID>{REQUEST_ID}</RequestID></Response>"
    )


WIRE_FORMS = {"ec2": lambda error, message: ec2_xml(error.code, message), "kms": aws_json, "s3": s3_xml}
