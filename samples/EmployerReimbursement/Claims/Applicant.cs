using BaseComponents.Eid;

namespace EmployerReimbursement.Claims;

/// <summary>The employer, as Mein Unternehmenskonto knows it: a copy of what this service needs.</summary>
/// <param name="UserKey">Key of the account, made of its pseudonym. Never shown, never sent on.</param>
/// <param name="ActingPerson">Who acts for the company (handelnde Person): the name and nothing else.</param>
public sealed record Applicant(
    string UserKey, string Name, string? LegalForm, string? RegisterNumber, string? RegisterCourt, string ActingPerson, IReadOnlyList<string> AddressLines)
{
    /// <summary>The employer, or null for a person without a company.</summary>
    public static Applicant? Of(EidIdentity identity) => identity is { Organisation: { Name: { } name } company, Pseudonym: { } pseudonym }
        ? new(pseudonym.ToUserKey(), name, company.LegalForm, company.RegisterNumber, company.RegisterCourt, Words(identity.Person.GivenNames, identity.Person.FamilyName), Lines(identity.Address))
        : null;

    /// <summary>The name of the type: it must not reach a log.</summary>
    public override string ToString() => nameof(Applicant);

    private static string[] Lines(EidAddress? address) => address switch
    {
        StructuredAddress a => [.. new[] { Words(a.Street, a.HouseNumber), Words(a.PostalCode, a.Locality) }.Where(line => line.Length > 0)],
        FreeTextAddress text => text.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        _ => [],
    };

    private static string Words(params IEnumerable<string?> words) => string.Join(' ', words.Where(word => !string.IsNullOrWhiteSpace(word)));
}
