using System.Text.Json.Nodes;

namespace BaseComponents.Sandbox.Eid.Persons;

/// <summary>A person as claims: what each scope brings (OpenID Connect Core, section 5.4; Identity Assurance Claims Registration; the Sandbox's own).</summary>
internal static class PersonClaims
{
    /// <summary>The Sandbox's own scope: claims for which OpenID Connect has no scope.</summary>
    public const string EidScope = "eid";

    public static JsonObject Of(SandboxPerson person, ICollection<string> scopes, ICollection<string> single)
    {
        var claims = new JsonObject();
        foreach (var (scope, name, value) in All(person))
            if (value is not null && !person.Absent.ContainsKey(name) && (scopes.Contains(scope) || single.Contains(name)))
                claims[name] = value;
        return claims;
    }

    public static IEnumerable<string> Names => All(SandboxPersons.All[0]).Select(claim => claim.Name);

    private static IEnumerable<(string Scope, string Name, JsonNode? Value)> All(SandboxPerson person) =>
    [
        ("profile", "given_name", person.GivenName),
        ("profile", "family_name", person.FamilyName),
        ("profile", "birthdate", person.Birthdate),
        ("email", "email", person.Email),
        ("email", "email_verified", person.Email is null ? null : JsonValue.Create(true)),
        ("address", "address", Address(person.Address)),
        (EidScope, "birth_family_name", person.BirthFamilyName),
        (EidScope, "title", person.Title),
        (EidScope, "place_of_birth", person.PlaceOfBirth is { } place ? new JsonObject { ["locality"] = place } : null),
        (EidScope, "nationalities", person.Nationality is { } nationality ? new JsonArray(nationality) : null),
        (EidScope, "mailbox_handle", person.MailboxHandle),
        (EidScope, "organization_name", person.Company?.Name),
        (EidScope, "organization_legal_form", person.Company?.LegalForm),
        (EidScope, "organization_register_number", person.Company?.RegisterNumber),
        (EidScope, "organization_register_court", person.Company?.RegisterCourt),
        (EidScope, "attribute_trust", Texts(person.Trust)),
        (EidScope, "attribute_absence", Texts(person.Absent)),
    ];

    private static JsonObject? Address(SandboxAddress? address) => address is null ? null : WithoutNulls(new()
    {
        ["formatted"] = address.Formatted,
        ["street_address"] = address.Street,
        ["postal_code"] = address.PostalCode,
        ["locality"] = address.Locality,
        ["country"] = address.Country,
    });

    private static JsonObject? Texts(IReadOnlyDictionary<string, string> texts) =>
        texts.Count == 0 ? null : new JsonObject(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value)));

    private static JsonObject WithoutNulls(JsonObject json)
    {
        foreach (var name in json.Where(member => member.Value is null).Select(member => member.Key).ToArray())
            json.Remove(name);
        return json;
    }
}
