using BaseComponents.Sandbox.Eid.Persons;

namespace BaseComponents.Sandbox.Eid.EidServer.Documents;

/// <summary>The documents of the test persons. Whoever logs in with something else has none.</summary>
internal static class SandboxDocuments
{
    private const string IdentityCard = "ID";
    private const string ResidencePermit = "AR";
    private const string UnionCitizenCard = "UB";

    public static IReadOnlyList<EidDocument> All { get; } =
    [
        Of("erika", IdentityCard, 2029) with { CommunityId = "02761406120000", ArtisticName = "DIE MUSTERHAFTE" },
        Of("amina", ResidencePermit, 2028) with { CommunityId = "02761407130000", ResidencePermit = "ERWERBSTÄTIGKEIT ERLAUBT", HasBirthName = false },
        Of("juergen", IdentityCard, 2031),
        Of("zoe", IdentityCard, 2033) with { CommunityId = "02761405110000" },
        Of("giulia", UnionCitizenCard, 2030) with { HasBirthName = false, State = "ITA" },
        Of("ben", IdentityCard, 2030) with { CommunityId = "02761406120000" },
        Of("carla", IdentityCard, 2032),
        Of("otto", IdentityCard, 2027),
    ];

    public static EidDocument? Find(string? key) => All.FirstOrDefault(document => document.Key == key);

    private static EidDocument Of(string person, string type, int year) => new(SandboxPersons.Find(person)!, type, new DateOnly(year, 10, 31));
}
