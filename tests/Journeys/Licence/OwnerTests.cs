using BaseComponents.Eid;
using DogLicence.Cases;
using DogLicence.Documents;
using DogLicence.LogIns;

namespace BaseComponents.Tests.Journeys.Licence;

/// <summary>What is copied out of a log-in, and what is left behind.</summary>
public sealed class OwnerTests
{
    private static readonly EidIdentity Citizen = new()
    {
        Person = new EidPerson { GivenNames = "Max", FamilyName = "Bauer", AcademicTitle = "DR.", DateOfBirth = PartialDate.Parse("1970-08"), PlaceOfBirth = "Zittau" },
        Level = AssuranceLevel.Substantial,
        Pseudonym = new EidPseudonym("https://idp.example", "pseudonym"),
        Address = new StructuredAddress { Street = "Hauptstraße", HouseNumber = "5", PostalCode = "02763", Locality = "Zittau", Country = CountryCode.Germany },
    };

    private static readonly EidIdentity Company = Citizen with
    {
        Organisation = new EidOrganisation { Name = "Zwinger GmbH", LegalForm = "GmbH", RegisterNumber = "HRB 1", RegisterCourt = "Amtsgericht Dresden" },
    };

    [Fact]
    public void Of_who_acts_for_a_company_the_name_alone_is_taken()
    {
        var owner = OwnerOf.Identity(Company, LogInWay.Unternehmenskonto)!;

        owner.Should().BeEquivalentTo(new
        {
            IsOrganisation = true,
            DisplayName = "Zwinger GmbH",
            LegalForm = "GmbH",
            RegisterNumber = "HRB 1",
            RegisterCourt = "Amtsgericht Dresden",
            ActingPerson = "DR. Max Bauer",
            LogIn = "Mein Unternehmenskonto",
        });
        new[] { owner.DateOfBirth, owner.PlaceOfBirth, owner.GivenNames, owner.FamilyName, owner.BirthName }.Should().AllSatisfy(value => value.Should().BeNull());
        CaseSheet.OwnerLines(owner).Select(line => line.Label).Should()
            .Equal("Firmenname", "Rechtsform", "Registernummer", "Registergericht", "Handelnde Person", "Anschrift", "Angemeldet mit", "Vertrauensniveau der Anmeldung");
    }

    [Fact]
    public void A_person_has_no_register()
    {
        var owner = OwnerOf.Identity(Citizen, LogInWay.BundId)!;

        owner.Should().BeEquivalentTo(new { IsOrganisation = false, DisplayName = "DR. Max Bauer", DateOfBirth = "1970-08", ActingPerson = (string?)null, RegisterNumber = (string?)null });
        owner.AddressLines.Should().Equal("Hauptstraße 5", "02763 Zittau");
    }

    [Theory]
    [InlineData(AbsenceReason.Unstated, "nicht übermittelt")]
    [InlineData(AbsenceReason.Refused, "Übermittlung abgelehnt")]
    [InlineData(AbsenceReason.NotOnChip, "nicht im Ausweis gespeichert")]
    public void What_is_missing_is_named_with_the_reason(AbsenceReason reason, string text)
    {
        var identity = Citizen with { Address = null, Statements = AttributeStatements.None.WithAbsence(EidAttribute.Address, reason) };

        CaseSheet.OwnerLines(OwnerOf.Identity(identity)!).Should().Contain(new SheetLine("Anschrift", text));
    }

    [Fact]
    public void What_nobody_asked_for_is_not_missed()
    {
        var identity = Citizen with { Person = EidPerson.Nobody, Statements = AttributeStatements.None.WithAbsence(EidAttribute.DateOfBirth, AbsenceReason.NotRequested) };

        OwnerOf.Identity(identity)!.Absent.Should().BeEmpty();
    }

    [Fact]
    public void A_guest_owns_nothing() => OwnerOf.Identity(Company with { Pseudonym = null }).Should().BeNull();
}
