using System.Security.Claims;

namespace BaseComponents.Eid.Testing;

/// <summary>Invented citizens and companies for unit tests. Each is a record: change what the test is about with <c>with</c>.</summary>
/// <example><code>
/// var citizen = FakeIdentities.Citizen with { Level = AssuranceLevel.Basic };
/// controller.HttpContext.User = citizen.ToPrincipal();
/// </code></example>
public static class FakeIdentities
{
    /// <summary>Issuer of all pseudonyms here.</summary>
    public const string Issuer = "https://issuer.example";

    /// <summary>The ordinary case: every attribute, identity card, level high.</summary>
    public static EidIdentity Citizen { get; } = new()
    {
        Person = new EidPerson
        {
            GivenNames = "ERIKA",
            FamilyName = "MUSTERMANN",
            BirthName = "GABLER",
            AcademicTitle = "DR.",
            DateOfBirth = PartialDate.Parse("1964-08-12"),
            PlaceOfBirth = "BERLIN",
            Nationality = new CountryCode("D"),
        },
        Address = new StructuredAddress { Street = "SCHILLERSTRAẞE 17", PostalCode = "01067", Locality = "DRESDEN", Country = new CountryCode("D") },
        MailAddress = "erika.mustermann@buerger.example",
        Level = AssuranceLevel.High,
        Method = EidMethod.IdentityCard,
        Pseudonym = new EidPseudonym(Issuer, "pseudonym-of-erika"),
        Mailbox = new MailboxHandle("mailbox-of-erika"),
        Statements = AttributeStatements.None.WithTrust(EidAttribute.MailAddress, AssuranceLevel.Basic),
    };

    /// <summary>Only the year of birth is known; the card holds no name at birth.</summary>
    public static EidIdentity CitizenWithPartialBirthDate { get; } = Person("AMINA", "RAHMANI", "1971") with
    {
        Statements = AttributeStatements.None.WithAbsence(EidAttribute.BirthName, AbsenceReason.NotOnChip),
    };

    /// <summary>No home in Germany.</summary>
    public static EidIdentity CitizenWithoutAddress { get; } = Person("JÜRGEN", "WANDERSMANN", "1956-02-29") with
    {
        Address = new NoAddress("keine Wohnung in Deutschland"),
    };

    /// <summary>Capital ẞ and letters made of several characters (DIN 91379).</summary>
    public static EidIdentity CitizenWithRareLetters { get; } = Person("ZOË ĞÜLŞEN", "WEIẞ-ĐẶNG M\u0302BANGO\u0303", "1988-11-30");

    /// <summary>A citizen of another member state, over eIDAS, level substantial.</summary>
    public static EidIdentity UnionCitizen { get; } = Person("Giulia", "Rossi", "1990-05-04", "IT") with
    {
        Level = AssuranceLevel.Substantial,
        Method = EidMethod.Eidas,
    };

    /// <summary>Somebody born in 2012.</summary>
    public static EidIdentity Minor { get; } = Person("BEN", "MUSTERMANN", "2012-03-21");

    /// <summary>User name and password, level basic.</summary>
    public static EidIdentity CitizenWithLowLevel { get; } = Person("Lena", "Basis", "1995-07-01") with
    {
        Level = AssuranceLevel.Basic,
        Method = EidMethod.UserName,
    };

    /// <summary>A guest: verified, but without a pseudonym, so never recognised again.</summary>
    public static EidIdentity Guest { get; } = Person("GERDA", "GAST", "1980-01-01") with { Pseudonym = null };

    /// <summary>A company over ELSTER, level substantial.</summary>
    public static EidIdentity Company { get; } = new()
    {
        Person = new EidPerson { GivenNames = "Max", FamilyName = "Bauer" },
        Organisation = new EidOrganisation { Name = "Musterbau GmbH", LegalForm = "GmbH", RegisterNumber = "HRB 99001", RegisterCourt = "Amtsgericht Dresden" },
        Address = new StructuredAddress { Street = "Industriestraße 40", PostalCode = "01129", Locality = "Dresden", Country = new CountryCode("D") },
        Level = AssuranceLevel.Substantial,
        Method = EidMethod.Elster,
        Pseudonym = new EidPseudonym(Issuer, "pseudonym-of-musterbau"),
        Mailbox = new MailboxHandle("mailbox-of-musterbau"),
    };

    /// <summary>Somebody with the least a test needs: identity card, level high, a pseudonym of their own.</summary>
    /// <param name="givenNames">Given names.</param>
    /// <param name="familyName">Family name.</param>
    /// <param name="dateOfBirth">As <see cref="PartialDate.Parse"/> reads it.</param>
    /// <param name="nationality">Country code.</param>
    /// <exception cref="FormatException">The date cannot be read.</exception>
    public static EidIdentity Person(string givenNames, string familyName, string dateOfBirth, string nationality = "D") => new()
    {
        Person = new EidPerson
        {
            GivenNames = givenNames,
            FamilyName = familyName,
            DateOfBirth = PartialDate.Parse(dateOfBirth),
            Nationality = new CountryCode(nationality),
        },
        Address = new StructuredAddress { Street = "Am Markt 1", PostalCode = "02763", Locality = "Zittau", Country = new CountryCode("D") },
        Level = AssuranceLevel.High,
        Method = EidMethod.IdentityCard,
        Pseudonym = new EidPseudonym(Issuer, $"pseudonym-of-{givenNames}-{familyName}"),
    };

    /// <summary>The user of a request that is logged in as this identity.</summary>
    /// <param name="identity">Who the user is.</param>
    public static ClaimsPrincipal ToPrincipal(this EidIdentity identity) => new(identity.ToClaimsIdentity("Fake"));
}
