using BaseComponents.Eid;
using CsCheck;

namespace BaseComponents.Tests.Eid.Model;

public sealed class NoPersonalDataTests
{
    private const string Canary = "CANARY";

    [Fact]
    public void No_type_of_the_model_prints_what_it_knows()
    {
        var identity = FullOfCanaries();
        object[] all =
        [
            identity, identity.Person, identity.Organisation!, identity.Address!, new FreeTextAddress(Canary), new NoAddress(Canary), identity.Pseudonym!, identity.Mailbox!,
            identity.Person.DateOfBirth!.Value, identity.Person.Nationality!.Value, identity.Statements,
        ];

        foreach (var part in all)
            $"{part} {part:G}".Should().NotContain(Canary).And.NotContain("1964");
    }

    [Fact]
    public void Arbitrary_identities_print_only_kind_and_level() => Gens.Identity.Sample(identity =>
        identity.ToString() == $"EidIdentity {{ Kind = {identity.Kind}, Level = {identity.Level} }}");

    [Fact]
    public void A_mailbox_handle_turns_into_nothing_that_could_be_a_key()
    {
        var conversions = typeof(MailboxHandle).GetMethods().Where(method => method.Name is "op_Implicit" or "op_Explicit");

        conversions.Should().BeEmpty();
        typeof(MailboxHandle).Should().NotImplement<IComparable>().And.NotImplement<IFormattable>().And.NotImplement<IConvertible>();
        typeof(EidPseudonym).GetConstructors().SelectMany(constructor => constructor.GetParameters()).Should().NotContain(parameter => parameter.ParameterType == typeof(MailboxHandle));
    }

    private static EidIdentity FullOfCanaries() => new()
    {
        Person = new EidPerson
        {
            GivenNames = Canary,
            FamilyName = Canary,
            BirthName = Canary,
            AcademicTitle = Canary,
            ArtisticName = Canary,
            DateOfBirth = PartialDate.Parse("1964-08-12"),
            PlaceOfBirth = Canary,
            Nationality = new CountryCode(Canary),
        },
        Organisation = new EidOrganisation { Name = Canary, LegalForm = Canary, RegisterNumber = Canary, RegisterCourt = Canary },
        Address = new StructuredAddress { Street = Canary, Locality = Canary, PostalCode = Canary },
        MailAddress = Canary,
        Method = new EidMethod(Canary),
        Pseudonym = new EidPseudonym(Canary, Canary),
        Mailbox = new MailboxHandle(Canary),
    };
}
