using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>No attribute stands twice: which of the two would count? Encrypted attributes are not supported.</summary>
internal sealed class AttributesCheck : IResponseCheck
{
    private const int Most = 200;

    public void Apply(ResponseUnderCheck answer)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in answer.Assertion.Elements("AttributeStatement", SamlNames.Assertion))
            foreach (var attribute in statement.Elements())
                if (!attribute.Is("Attribute", SamlNames.Assertion) || attribute.Attribute("Name")?.Trim() is not { Length: > 0 } name || !names.Add(name))
                    Refuse("attributes");
        if (names.Count > Most)
            Refuse("attributes");
    }
}
