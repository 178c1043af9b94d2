using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>The response answers the request of this browser. One that answers none (started at the identity provider) is refused.</summary>
internal sealed class ResponseRequestCheck : IResponseCheck
{
    public void Apply(ResponseUnderCheck answer)
    {
        if (answer.Response.Attribute("InResponseTo")?.Trim() != answer.Expectation.RequestId)
            Refuse("response-request");
    }
}
