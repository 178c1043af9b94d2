using System.Buffers.Text;
using System.Globalization;
using System.Xml.Linq;
using BaseComponents.Sandbox.Eid.Persons;
using BaseComponents.Sandbox.Eid.Saml;

namespace BaseComponents.Sandbox.Eid.EidServer.Documents;

/// <summary>What can be read from a document, as elements of PersonalDataType.</summary>
internal sealed class ChipData(Pseudonyms pseudonyms)
{
    private static readonly XNamespace Eid = EidServerUris.Eid;

    /// <summary>The data group; null where the chip has none of that name.</summary>
    public XElement? Read(EidDocument document, string operation)
    {
        var holder = document.Holder;
        return operation switch
        {
            "DocumentType" => Text(operation, document.Type),
            "IssuingState" => Text(operation, "D"),
            "DateOfExpiry" => Text(operation, document.Expiry.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            "GivenNames" => Text(operation, holder.GivenName),
            "FamilyNames" => Text(operation, holder.FamilyName),
            "ArtisticName" => Text(operation, document.ArtisticName ?? ""),
            "AcademicTitle" => Text(operation, holder.Title ?? ""),
            "DateOfBirth" => Date(operation, holder.Birthdate),
            "PlaceOfBirth" => holder.PlaceOfBirth is { } place ? new XElement(Eid + operation, Text("FreetextPlace", place)) : null,
            "Nationality" => Text(operation, document.State ?? holder.Nationality),
            "BirthName" => document.HasBirthName ? Text(operation, holder.BirthFamilyName ?? "") : null,
            "PlaceOfResidence" => Residence(operation, document),
            "CommunityID" => Text(operation, document.CommunityId),
            "ResidencePermitI" => Text(operation, document.ResidencePermit),
            "RestrictedID" => new XElement(Eid + operation, Text("ID", Pseudonym(document))),
            _ => null,
        };
    }

    // 32 octets, the same for this application each time; another card would have others.
    private string Pseudonym(EidDocument document) => Convert.ToHexString(Base64Url.DecodeFromChars(pseudonyms.Of("restricted-id", "eid-server", document.Key)));

    private static XElement? Text(string name, string? text) => text is null ? null : new XElement(Eid + name, text);

    private static XElement? Date(string name, string? text)
    {
        if (text is null)
            return null;
        var isWhole = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return new XElement(Eid + name, Text("DateString", text.Replace("-", "", StringComparison.Ordinal).PadRight(8)), isWhole ? Text("DateValue", text) : null);
    }

    private static XElement Residence(string name, EidDocument document) => new(Eid + name, document.Holder.Address switch
    {
        { Locality: not null } address => Place(address, document.State ?? address.Country),
        var address => Text("NoPlaceInfo", address?.Formatted ?? SandboxPersons.NoHome),
    });

    private static XElement Place(SandboxAddress address, string? country) =>
        new(Eid + "StructuredPlace", Text("Street", address.Street), Text("City", address.Locality), Text("Country", country), Text("ZipCode", address.PostalCode));
}
