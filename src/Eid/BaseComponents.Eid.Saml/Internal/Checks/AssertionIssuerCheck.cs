using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>The assertion was issued by the identity provider that was asked.</summary>
internal sealed class AssertionIssuerCheck : IResponseCheck
{
    public void Apply(ResponseUnderCheck answer)
    {
        if (!Issuer.Is(answer.Assertion.Elements("Issuer", SamlNames.Assertion).Single(), answer.Expectation.IdentityProvider.EntityId))
            Refuse("assertion-issuer");
    }
}
