using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>The response comes from the identity provider that was asked. A signed one names it.</summary>
internal sealed class ResponseIssuerCheck : IResponseCheck
{
    public void Apply(ResponseUnderCheck answer)
    {
        var issuer = answer.Response.Elements("Issuer", SamlNames.Assertion).SingleOrDefault();
        if (issuer is null && answer.IsResponseSigned)
            Refuse("response-issuer-missing");
        if (issuer is not null && !Issuer.Is(issuer, answer.Expectation.IdentityProvider.EntityId))
            Refuse("response-issuer");
    }
}
