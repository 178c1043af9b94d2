using System.Xml;
using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>The assertion is valid now, and every condition it names is one that is understood (SAML 2.0 core, section 2.5.1).</summary>
internal sealed class ConditionsCheck : IResponseCheck
{
    private static readonly string[] Understood = ["AudienceRestriction", "OneTimeUse", "ProxyRestriction"];

    public void Apply(ResponseUnderCheck answer)
    {
        var conditions = answer.Assertion.Elements("Conditions", SamlNames.Assertion).Single();
        if (conditions.Elements().Any(condition => condition.NamespaceURI != SamlNames.Assertion || !Understood.Contains(condition.LocalName)))
            Refuse("conditions-unknown");
        if (Time(conditions, "NotBefore") > answer.LatestNow)
            Refuse("conditions-not-yet");
        if (Time(conditions, "NotOnOrAfter") <= answer.EarliestNow)
            Refuse("conditions-expired");
    }

    private static DateTimeOffset Time(XmlElement conditions, string name) =>
        SamlTime.Read(conditions.Attribute(name)) ?? throw new SamlRefusedException("conditions-time");
}
