using BaseComponents.Eid;
using CsCheck;

namespace BaseComponents.Tests.Eid.Model;

/// <summary>Arbitrary identities: every attribute present or not, with texts as wild as Unicode allows.</summary>
internal static class Gens
{
    // Lone surrogates are no text; everything else is.
    public static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char.Where(c => !char.IsSurrogate(c)), 0, 40],
        OneOf("ẞ", "WEIẞ-ĐẶNG M\u0302BANGO\u0303", "😀", " ", "\u0000", "a:b", "\r\n"));

    private static readonly Gen<string> NotEmpty = Text.Where(text => text.Length > 0);

    public static readonly Gen<PartialDate> Date = Gen.String[OneOf([.. " 0123456789"]), 8, 8]
        .Select(text => PartialDate.TryParse(text, out var date) ? date : PartialDate.Parse("1964    "));

    private static readonly Gen<EidPerson> Person =
        Gen.Select(Maybe(Text), Maybe(Text), Maybe(Text), Maybe(Text), Maybe(Text), MaybeValue(Date), Maybe(Text), MaybeValue(Text.Select(text => new CountryCode(text))))
            .Select((given, family, birth, title, artistic, date, place, nationality) => new EidPerson
            {
                GivenNames = given,
                FamilyName = family,
                BirthName = birth,
                AcademicTitle = title,
                ArtisticName = artistic,
                DateOfBirth = date,
                PlaceOfBirth = place,
                Nationality = nationality,
            })
            .SelectMany(person => Gen.Select(MaybeValue(Text.Select(text => new EidGender(text))), Maybe(Text)).Select((gender, tax) => person with { Gender = gender, TaxIdentifier = tax }));

    private static readonly Gen<EidOrganisation> Organisation = Gen.Select(Maybe(Text), Maybe(Text), Maybe(Text), Maybe(Text), Maybe(Text), Maybe(Text))
        .Select((name, form, number, court, code, activity) => new EidOrganisation { Name = name, LegalForm = form, RegisterNumber = number, RegisterCourt = court, LegalFormCode = code, Activity = activity });

    private static readonly Gen<EidDocument> Document = Gen.Select(Maybe(Text), MaybeValue(Text.Select(text => new CountryCode(text))), MaybeValue(Gen.DateOnly), Maybe(Text))
        .Select((type, state, expiry, permit) => new EidDocument { Type = type, IssuingState = state, DateOfExpiry = expiry, ResidencePermit = permit });

    private static readonly Gen<EidAddress> Address = Gen.OneOf<EidAddress>(
        Gen.Select(Maybe(Text), Maybe(Text), Maybe(Text), Maybe(Text), Maybe(Text), Maybe(Text), Maybe(Text), MaybeValue(Text.Select(text => new CountryCode(text))))
            .Select((street, number, supplement, code, locality, district, region, country) => (EidAddress)new StructuredAddress
            {
                Street = street,
                HouseNumber = number,
                Supplement = supplement,
                PostalCode = code,
                Locality = locality,
                District = district,
                Region = region,
                Country = country,
            }),
        Text.Select(text => (EidAddress)new FreeTextAddress(text)),
        Maybe(Text).Select(text => (EidAddress)new NoAddress(text)));

    private static readonly Gen<AttributeStatements> Statements =
        Gen.Select(Gen.Enum<EidAttribute>(), Gen.Enum<AssuranceLevel>(), Gen.Enum<AbsenceReason>(), Gen.Bool).List[0, 8].Select(entries => entries.Aggregate(
            AttributeStatements.None,
            (statements, entry) => entry.Item4 ? statements.WithTrust(entry.Item1, entry.Item2) : statements.WithAbsence(entry.Item1, entry.Item3)));

    public static readonly Gen<EidIdentity> Identity =
        Gen.Select(Person, Maybe(Organisation), Maybe(Address), Maybe(Text), Gen.Enum<AssuranceLevel>(), Maybe(Text), Maybe(Gen.Select(NotEmpty, NotEmpty)
                .Select((issuer, value) => new EidPseudonym(issuer, value))), Gen.Select(Maybe(NotEmpty.Select(value => new MailboxHandle(value))), Statements))
            .Select((person, organisation, address, mail, level, method, pseudonym, rest) => new EidIdentity
            {
                Person = person,
                Organisation = organisation,
                Address = address,
                MailAddress = mail,
                Level = level,
                Method = method is null ? EidMethod.Unknown : new EidMethod(method),
                Pseudonym = pseudonym,
                Mailbox = rest.Item1,
                Statements = rest.Item2,
            })
            .SelectMany(identity => Gen.Select(Maybe(Text), Maybe(Text), Maybe(Text), Maybe(Document), Maybe(Gen.Select(NotEmpty, NotEmpty).Select((issuer, value) => new EidPseudonym(issuer, value))), MaybeValue(Gen.Bool))
                .Select((telephone, deMail, community, document, pseudonym, factors) => identity with
                {
                    TelephoneNumber = telephone,
                    DeMailAddress = deMail,
                    CommunityId = community,
                    Document = document,
                    MethodPseudonym = pseudonym,
                    UsedTwoFactors = factors,
                }));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Select(Gen.Bool, gen).Select((has, value) => has ? value : null);

    private static Gen<T?> MaybeValue<T>(Gen<T> gen)
        where T : struct => Gen.Select(Gen.Bool, gen).Select((has, value) => has ? value : (T?)null);
}
