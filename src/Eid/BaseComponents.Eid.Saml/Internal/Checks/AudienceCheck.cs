using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>The assertion is meant for this application: each audience restriction names it, and there is at least one.</summary>
internal sealed class AudienceCheck : IResponseCheck
{
    public void Apply(ResponseUnderCheck answer)
    {
        var restrictions = answer.Assertion.Elements("Conditions", SamlNames.Assertion).Single().Elements("AudienceRestriction", SamlNames.Assertion).ToArray();
        var entityId = answer.Expectation.ServiceProvider.EntityId;
        if (restrictions.Length == 0 || restrictions.Any(restriction => !restriction.Elements("Audience", SamlNames.Assertion).Any(audience => audience.OwnText()?.Trim() == entityId)))
            Refuse("audience");
    }
}
