using System.Security.Claims;
using BaseComponents.Eid;
using BaseComponents.Eid.Saml;
using Microsoft.AspNetCore.Authentication;

namespace BaseComponents.Tests.Journeys.Silence;

/// <summary>Collects every value about a person that reaches the application, as it arrives.</summary>
internal sealed class Harvest : IClaimsTransformation
{
    private readonly HashSet<string> _users = [];

    public Needles Needles { get; } = new();

    /// <summary>How many different accounts were seen.</summary>
    public int Users => _users.Count;

    public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (principal.TryGetEidIdentity(out var identity))
            lock (_users)
                Add(identity);
        return Task.FromResult(principal);
    }

    /// <summary>Everything in an assertion: also what the application did not ask for, and the name that it never sees.</summary>
    public void Add(SamlAssertion assertion)
    {
        lock (_users)
        {
            Needles.Add(assertion.Name?.Value);
            foreach (var value in assertion.Attributes.Values.Where(attribute => IsAboutSomebody(attribute.Name)).SelectMany(attribute => attribute.Values))
                AddAll([value.Text, .. value.Parts.Values]);
        }
    }

    private void Add(EidIdentity identity)
    {
        var (person, company) = (identity.Person, identity.Organisation);
        if (identity.Pseudonym is { } pseudonym)
            _users.Add(pseudonym.ToUserKey());
        AddAll([person.GivenNames, person.FamilyName, $"{person.GivenNames} {person.FamilyName}", person.BirthName, person.ArtisticName, person.PlaceOfBirth, person.DateOfBirth?.ToIsoText()]);
        AddAll([company?.Name, company?.RegisterNumber, identity.MailAddress, identity.Mailbox?.Value, identity.Pseudonym?.Value, identity.Pseudonym?.ToUserKey()]);
        AddAll(identity.Address switch
        {
            StructuredAddress address => [address.Street, $"{address.Street} {address.HouseNumber}", address.PostalCode, $"{address.PostalCode} {address.Locality}", address.Locality],
            FreeTextAddress text => [text.Text],
            NoAddress none => [none.Text],
            _ => [],
        });
    }

    private void AddAll(IEnumerable<string?> values)
    {
        foreach (var value in values)
            Needles.Add(value);
    }

    // Levels, methods, versions and kinds of accounts are the same for many, and may be logged.
    private static bool IsAboutSomebody(string name) => name is not (
        "urn:oid:1.2.40.0.10.2.1.1.261.94" or "urn:oid:1.3.6.1.4.1.25484.494450.1" or "urn:oid:1.3.6.1.4.1.25484.494450.2" or "IstTestkonto" or "DatenkranzTyp" or "PersTyp"
        or "ElsterVertrauensniveauIdentifizierung" or "ElsterVertrauensniveauAuthentifizierung" or "Rechtsform" or "RechtsformText" or "Registerart");
}
