using System.Xml.Linq;

namespace BaseComponents.Authorities.Wire;

/// <summary>Reads a <c>zustaendigkeit</c>, whether it stands within a unit or in a <c>zustaendigkeitTransferObjekt</c>.</summary>
internal sealed class XzufiCompetenceParser(XzufiNames names)
{
    private const string OnlineServiceScheme = "ZustaendigkeitOnlinedienst";

    /// <summary>A detached competence; null if it belongs to an online service, which is no unit.</summary>
    public XzufiCompetence? ParseDetached(XElement element)
    {
        var inner = element.Child("zustaendigkeit") ?? throw new BadObjectException("It holds no zustaendigkeit.");
        var unit = element.Identifier("uebergeordnetesObjektID");
        return inner.Child("id")?.Attribute("schemeID")?.Value == OnlineServiceScheme ? null : Parse(inner, unit);
    }

    public XzufiCompetence Parse(XElement element, OfficeId unit)
    {
        // A competence without a role is one: the element itself says so.
        var role = element.Code("rolle") is { } code ? new OfficeRole(code) : OfficeRole.Competent;
        return new XzufiCompetence
        {
            Id = element.Child("id").Text() is null ? null : element.Identifier(),
            Unit = unit,
            Services = References(element, "leistungID"),
            Areas = References(element, "gebietID"),
            Role = role,
            IsAdvisory = !role.IsCompetent || IsMarkedAdvisory(element),
            Validity = element.Validity(),
        };
    }

    private static List<OfficeId> References(XElement element, string name)
    {
        var references = element.Children(name).Where(reference => reference.Text() is not null).Select(XzufiXml.ToIdentifier).ToList();
        return references.Count > 0 ? references : throw new BadObjectException($"It has no {name}.");
    }

    // Saxony: units marked as advising are left out before the one competent unit is sought.
    private bool IsMarkedAdvisory(XElement element) => element.Children(names.Capacity).Any(capacity =>
        capacity.Child("name").Text() == names.AdvisoryCapacity || capacity.Text() == names.AdvisoryCapacity);
}
