"""EC2's refusals in its own words and form, and what a gateway endpoint does to route tables."""

from typing import Any

from moto.core.exceptions import AccessDeniedError, _RESTError
from moto.ec2 import urls
from moto.ec2.models import EC2Backend
from moto.ec2.responses import EC2Response

import aws_errors


class UnauthorizedOperation(_RESTError):
    """https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html"""

    code = 403

    def __init__(self, why: str) -> None:
        message = f"You are not authorized to perform this operation. {why}"
        super().__init__("UnauthorizedOperation", message)
        self.content_type, self.description = aws_errors.ec2_xml("UnauthorizedOperation", message)


class Ec2Calls(EC2Response):
    def _authenticate_and_authorize_normal_action(self, resource: str = "*") -> None:
        try:
            super()._authenticate_and_authorize_normal_action(resource)
        except AccessDeniedError as denied:
            raise UnauthorizedOperation(denied.message) from denied


moto_create = EC2Backend.create_vpc_endpoint
moto_modify = EC2Backend.modify_vpc_endpoint


def create_vpc_endpoint(self: Any, vpc_id: str, service_name: str, endpoint_type: str | None, **more: Any) -> Any:
    """https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html"""
    return moto_create(
        self, vpc_id=vpc_id, service_name=service_name, endpoint_type=endpoint_type or "Gateway", **more)


def modify_vpc_endpoint(self: Any, vpc_id: str, **changes: Any) -> None:
    """https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html#gateway-endpoint-routing"""
    moto_modify(self, vpc_id=vpc_id, **changes)
    prefix_list = self.vpc_end_points[vpc_id].destination_prefix_list_id
    for table in changes["add_route_tables"]:
        self.create_route(table, None, gateway_id=vpc_id, destination_prefix_list_id=prefix_list)
    for table in changes["remove_route_tables"]:
        self.delete_route(table, prefix_list)


def install() -> None:
    EC2Backend.create_vpc_endpoint = create_vpc_endpoint  # type: ignore[method-assign]
    EC2Backend.modify_vpc_endpoint = modify_vpc_endpoint  # type: ignore[method-assign]
    urls.url_paths["{0}/"] = Ec2Calls.dispatch
