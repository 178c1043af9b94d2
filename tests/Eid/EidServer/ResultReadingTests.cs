using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;
using BaseComponents.Tests.Eid.EidServer.Forge;
using static BaseComponents.Eid.EidServer.EidServerOperation;

namespace BaseComponents.Tests.Eid.EidServer;

/// <summary>What a result says, in all the shapes that servers give it.</summary>
public sealed class ResultReadingTests
{
    private const string High = "<eid:LevelOfAssuranceResult>http://bsi.bund.de/eID/LoA/hoch</eid:LevelOfAssuranceResult>";

    private readonly ForgedServer _server = new();

    [Fact]
    public async Task All_data_of_a_card_are_read()
    {
        const string Data = """
            <eid:DocumentType>ID</eid:DocumentType><eid:IssuingState>D</eid:IssuingState><eid:DateOfExpiry>2029-10-31</eid:DateOfExpiry><eid:GivenNames>ERIKA</eid:GivenNames>
            <eid:FamilyNames>MUSTERMANN</eid:FamilyNames><eid:ArtisticName>LADY CONDOR</eid:ArtisticName><eid:AcademicTitle>DR.</eid:AcademicTitle>
            <eid:DateOfBirth><eid:DateString>19640812</eid:DateString><eid:DateValue>1964-08-12</eid:DateValue></eid:DateOfBirth>
            <eid:PlaceOfBirth><eid:FreetextPlace>BERLIN</eid:FreetextPlace></eid:PlaceOfBirth><eid:Nationality>D</eid:Nationality><eid:BirthName>GABLER</eid:BirthName>
            <eid:PlaceOfResidence><eid:StructuredPlace><eid:Street>HEIDESTRAẞE 17</eid:Street><eid:City>KÖLN</eid:City><eid:Country>D</eid:Country><eid:ZipCode>51147</eid:ZipCode></eid:StructuredPlace></eid:PlaceOfResidence>
            <eid:CommunityID>02760503150000</eid:CommunityID><eid:ResidencePermitI>Erwerbstätigkeit gestattet</eid:ResidencePermitI><eid:RestrictedID><eid:ID>01a4fb50</eid:ID><eid:ID2>5C6FE01A</eid:ID2></eid:RestrictedID>
            """;
        const string More = "<eid:FulfilsAgeVerification><eid:FulfilsRequest>true</eid:FulfilsRequest></eid:FulfilsAgeVerification><eid:FulfilsPlaceVerification><eid:FulfilsRequest>0</eid:FulfilsRequest></eid:FulfilsPlaceVerification>"
            + "<eid:EIDTypeResponse><eid:CardCertified>USED</eid:CardCertified></eid:EIDTypeResponse>";

        var verified = await Verified(AnswerContents.ResultOf(Data, More), Sessions.Requiring([.. Known]));

        verified.Identity.Should().Be(new EidIdentity
        {
            Person = new EidPerson
            {
                GivenNames = "ERIKA",
                FamilyName = "MUSTERMANN",
                ArtisticName = "LADY CONDOR",
                AcademicTitle = "DR.",
                DateOfBirth = PartialDate.Parse("1964-08-12"),
                PlaceOfBirth = "BERLIN",
                Nationality = new CountryCode("D"),
                BirthName = "GABLER",
            },
            Address = new StructuredAddress { Street = "HEIDESTRAẞE 17", Locality = "KÖLN", PostalCode = "51147", Country = new CountryCode("D") },
            CommunityId = "02760503150000",
            Document = new EidDocument { Type = "ID", IssuingState = new CountryCode("D"), DateOfExpiry = new DateOnly(2029, 10, 31), ResidencePermit = "Erwerbstätigkeit gestattet" },
            Level = AssuranceLevel.High,
            Method = EidMethod.IdentityCard,
            Pseudonym = new EidPseudonym("https://eid.example/soap", "01A4FB50"),
        });
        (verified.FulfilsAge, verified.FulfilsPlace, verified.EidType).Should().Be((true, false, EidServerEidType.CardCertified));
        verified.SecondPseudonym.Should().Be(new EidPseudonym("https://eid.example/soap", "5C6FE01A"));
    }

    [Fact]
    public async Task The_spellings_of_the_official_samples_are_read()
    {
        // Another name of the level, text in the attestation, codes without namespace, white space around everything, another order.
        var content = AnswerContents.Of("getResult", $"""
            <dss:Result>
              <ResultMajor>
                {AnswerContents.Ok}
              </ResultMajor></dss:Result>
            <eid:LevelOfAssuranceResponse>
              http://bsi.bund.de/eID/LoA/hoch
            </eid:LevelOfAssuranceResponse>
            <eid:TransactionAttestationResponse><eid:TransactionAttestationFormat>
              http://bsi.bund.de/eID/ExampleAttestationFormat
            </eid:TransactionAttestationFormat><eid:TransactionAttestationData>
            V6INOOUsHouL9nYaRwR6
            </eid:TransactionAttestationData></eid:TransactionAttestationResponse>
            <eid:PersonalData><eid:PlaceOfResidence><eid:StructuredPlace><eid:State>NW</eid:State><eid:City> KÖLN
            </eid:City><eid:Country>D</eid:Country></eid:StructuredPlace></eid:PlaceOfResidence><GivenNames>ERIKA</GivenNames></eid:PersonalData>
            """);

        var verified = await Verified(content, Sessions.Wanting(GivenNames, PlaceOfResidence));

        verified.Identity.Person.GivenNames.Should().Be("ERIKA");
        verified.Identity.Address.Should().Be(new StructuredAddress { Locality = "KÖLN", Region = "NW", Country = new CountryCode("D") });
        verified.Identity.Level.Should().Be(AssuranceLevel.High);
        verified.Attestation.Should().Be(new TransactionAttestation("http://bsi.bund.de/eID/ExampleAttestationFormat", "V6INOOUsHouL9nYaRwR6"));
    }

    [Fact]
    public async Task An_attestation_of_elements_keeps_them()
    {
        var more = "<eid:TransactionAttestationResponse><eid:TransactionAttestationFormat>urn:x</eid:TransactionAttestationFormat><eid:TransactionAttestationData><a xmlns=\"urn:a\">1</a></eid:TransactionAttestationData></eid:TransactionAttestationResponse>";

        (await Verified(AnswerContents.ResultOf("", more), Sessions.Wanting(GivenNames))).Attestation!.Data.Should().Be("<a xmlns=\"urn:a\">1</a>");
    }

    [Theory]
    [InlineData("<eid:DateString>1964    </eid:DateString>", "1964    ")]
    [InlineData("<eid:DateString>196408  </eid:DateString>", "196408  ")]
    [InlineData("<eid:DateString>    0812</eid:DateString>", "    0812")]
    [InlineData("<eid:DateString>        </eid:DateString>", "        ")]
    [InlineData("<eid:DateString>\n  19640812\n</eid:DateString>", "19640812")]
    [InlineData("<eid:DateValue>1964-08-12</eid:DateValue>", "19640812")]
    [InlineData("<eid:DateValue>1964-08-12+01:00</eid:DateValue>", "19640812")]
    public async Task Dates_of_birth_are_read_with_what_is_unknown(string date, string digits) =>
        (await Verified(AnswerContents.ResultOf($"<eid:DateOfBirth>{date}</eid:DateOfBirth>"), Sessions.Requiring(DateOfBirth))).Identity.Person.DateOfBirth!.Value.ToDateString().Should().Be(digits);

    [Theory]
    [InlineData("<eid:DateOfBirth><eid:DateString>19640812</eid:DateString><eid:DateValue>1964-08-13</eid:DateValue></eid:DateOfBirth>", "answer-date-contradiction")]
    [InlineData("<eid:DateOfBirth><eid:DateString>19641332</eid:DateString></eid:DateOfBirth>", "answer-date")]
    [InlineData("<eid:DateOfBirth><eid:DateString>12.08.1964</eid:DateString></eid:DateOfBirth>", "answer-date")]
    [InlineData("<eid:DateOfExpiry>31.10.2029</eid:DateOfExpiry>", "answer-date")]
    [InlineData("<eid:GivenNames>ERIKA</eid:GivenNames><eid:GivenNames>ERIKA</eid:GivenNames>", "answer-element-twice")]
    [InlineData("<eid:GivenNames>ERIKA</eid:GivenNames><GivenNames>MALLORY</GivenNames>", "answer-element-twice")]
    [InlineData("<eid:GivenNames>ERIKA<b/></eid:GivenNames>", "answer-element-within-text")]
    [InlineData("<eid:RestrictedID><eid:ID>not hexadecimal</eid:ID></eid:RestrictedID>", "answer-not-hexadecimal")]
    [InlineData("<eid:PlaceOfResidence><eid:FreetextPlace>A</eid:FreetextPlace><eid:NoPlaceInfo>B</eid:NoPlaceInfo></eid:PlaceOfResidence>", "answer-place-twice")]
    public Task Data_that_contradict_themselves_are_refused(string data, string reason) => Refused(AnswerContents.ResultOf(data), Sessions.Wanting([.. Known]), reason);

    [Fact]
    public Task A_text_without_end_is_refused() => Refused(AnswerContents.ResultOf($"<eid:GivenNames>{new string('x', 5000)}</eid:GivenNames>"), Sessions.Wanting(GivenNames), "answer-text-too-long");

    [Fact]
    public async Task A_place_may_be_a_text_or_none_at_all()
    {
        (await Verified(AnswerContents.ResultOf("<eid:PlaceOfResidence><eid:FreetextPlace>01067 DRESDEN</eid:FreetextPlace></eid:PlaceOfResidence>"), Sessions.Requiring(PlaceOfResidence)))
            .Identity.Address.Should().Be(new FreeTextAddress("01067 DRESDEN"));
        (await Verified(AnswerContents.ResultOf("<eid:PlaceOfResidence><eid:NoPlaceInfo>keine Wohnung in Deutschland</eid:NoPlaceInfo></eid:PlaceOfResidence>"), Sessions.Requiring(PlaceOfResidence)))
            .Identity.Address.Should().Be(new NoAddress("keine Wohnung in Deutschland"));
    }

    [Fact]
    public async Task A_place_of_birth_is_one_text()
    {
        (await Verified(AnswerContents.ResultOf("<eid:PlaceOfBirth><eid:StructuredPlace><eid:City>WIEN</eid:City><eid:Country>AUT</eid:Country></eid:StructuredPlace></eid:PlaceOfBirth>"), Sessions.Requiring(PlaceOfBirth)))
            .Identity.Person.PlaceOfBirth.Should().Be("WIEN, AUT");
        var none = await Verified(AnswerContents.ResultOf("<eid:PlaceOfBirth><eid:NoPlaceInfo>keine Angabe</eid:NoPlaceInfo></eid:PlaceOfBirth>"), Sessions.Requiring(PlaceOfBirth));
        (none.Identity.Person.PlaceOfBirth, none.Identity.AbsenceOf(EidAttribute.PlaceOfBirth)).Should().Be((null, AbsenceReason.NotOnChip));
    }

    [Theory]
    [InlineData("ID", "ID")]
    [InlineData("A ", "A ")]
    [InlineData("\n  UB\n ", "UB")]
    public async Task Blanks_of_a_document_type_count(string text, string expected) =>
        (await Verified(AnswerContents.ResultOf($"<eid:DocumentType>{text}</eid:DocumentType>"), Sessions.Requiring(DocumentType))).Identity.Document!.Type.Should().Be(expected);

    [Theory]
    [InlineData("D", "D")]
    [InlineData("D  ", "D  ")]
    [InlineData("\n XXA\t", "XXA")]
    public async Task Blanks_of_a_country_count(string text, string expected) =>
        (await Verified(AnswerContents.ResultOf($"<eid:Nationality>{text}</eid:Nationality>"), Sessions.Requiring(Nationality))).Identity.Person.Nationality!.Value.Text.Should().Be(expected);

    [Fact]
    public async Task Why_a_value_is_missing_is_told_in_three_ways()
    {
        var session = Sessions.Wanting(GivenNames, FamilyNames, ArtisticName, AcademicTitle, BirthName, PlaceOfBirth);
        const string Allowed = "<eid:OperationsAllowedByUser><eid:GivenNames>ALLOWED</eid:GivenNames><eid:FamilyNames>PROHIBITED</eid:FamilyNames><eid:ArtisticName/><eid:AcademicTitle>ALLOWED</eid:AcademicTitle><eid:BirthName>NOTONCHIP</eid:BirthName><eid:PlaceOfBirth>ALLOWED</eid:PlaceOfBirth></eid:OperationsAllowedByUser>";

        var identity = (await Verified(AnswerContents.ResultOf("<eid:GivenNames>ERIKA</eid:GivenNames><eid:AcademicTitle/>", Allowed), session)).Identity;

        var absences = new[] { EidAttribute.GivenNames, EidAttribute.FamilyName, EidAttribute.ArtisticName, EidAttribute.AcademicTitle, EidAttribute.BirthName, EidAttribute.PlaceOfBirth, EidAttribute.Nationality, EidAttribute.Pseudonym }
            .Select(identity.AbsenceOf);
        absences.Should().Equal(null, AbsenceReason.Refused, AbsenceReason.Refused, AbsenceReason.NotOnChip, AbsenceReason.NotOnChip, AbsenceReason.Unstated, AbsenceReason.NotRequested, AbsenceReason.NotRequested);
    }

    [Fact]
    public async Task What_nobody_asked_for_or_the_citizen_refused_is_not_read()
    {
        const string Data = "<eid:GivenNames>ERIKA</eid:GivenNames><eid:FamilyNames>MUSTERMANN</eid:FamilyNames><eid:RestrictedID><eid:ID>01</eid:ID></eid:RestrictedID>";
        const string More = "<eid:FulfilsAgeVerification><eid:FulfilsRequest>true</eid:FulfilsRequest></eid:FulfilsAgeVerification><eid:OperationsAllowedByUser><eid:GivenNames>ALLOWED</eid:GivenNames><eid:FamilyNames>PROHIBITED</eid:FamilyNames><eid:RestrictedID>ALLOWED</eid:RestrictedID></eid:OperationsAllowedByUser>";

        var verified = await Verified(AnswerContents.ResultOf(Data, More), Sessions.Wanting(GivenNames, FamilyNames));

        verified.Identity.Person.Should().Be(new EidPerson { GivenNames = "ERIKA" });
        (verified.Identity.Pseudonym, verified.FulfilsAge).Should().Be((null, null));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("<eid:FulfilsAgeVerification><eid:FulfilsRequest>false</eid:FulfilsRequest></eid:FulfilsAgeVerification>", false)]
    [InlineData("<eid:FulfilsAgeVerification><eid:FulfilsRequest>1</eid:FulfilsRequest></eid:FulfilsAgeVerification>", true)]
    public async Task Silence_about_the_age_is_neither_yes_nor_no(string more, bool? expected) =>
        (await Verified(AnswerContents.ResultOf("", more), Sessions.Wanting(AgeVerification))).FulfilsAge.Should().Be(expected);

    [Fact]
    public Task Neither_is_a_third_word() =>
        Refused(AnswerContents.ResultOf("", "<eid:FulfilsAgeVerification><eid:FulfilsRequest>TRUE</eid:FulfilsRequest></eid:FulfilsAgeVerification>"), Sessions.Wanting(AgeVerification), "answer-not-a-truth-value");

    [Fact]
    public async Task A_success_without_what_was_required_is_none()
    {
        var session = Sessions.Requiring(GivenNames, FamilyNames, BirthName, RestrictedId, AgeVerification, PlaceVerification, AcademicTitle);
        const string Allowed = "<eid:OperationsAllowedByUser><eid:GivenNames>ALLOWED</eid:GivenNames><eid:FamilyNames>PROHIBITED</eid:FamilyNames><eid:BirthName>NOTONCHIP</eid:BirthName><eid:RestrictedID>ALLOWED</eid:RestrictedID><eid:AgeVerification>ALLOWED</eid:AgeVerification><eid:AcademicTitle>ALLOWED</eid:AcademicTitle></eid:OperationsAllowedByUser>";

        var result = await ResultOf(AnswerContents.ResultOf("<eid:GivenNames>ERIKA</eid:GivenNames><eid:AcademicTitle/>", Allowed), session);

        result.Should().BeOfType<EidServerResult.AttributesMissing>().Which.Missing.Should().BeEquivalentTo(new Dictionary<EidServerOperation, AbsenceReason>
        {
            [FamilyNames] = AbsenceReason.Refused,
            [BirthName] = AbsenceReason.NotOnChip,
            [RestrictedId] = AbsenceReason.Unstated,
            [AgeVerification] = AbsenceReason.Unstated,
            [PlaceVerification] = AbsenceReason.Refused,
        });
    }

    [Theory]
    [InlineData("", "", AssuranceLevel.Unknown)]
    [InlineData("", "<eid:EIDTypeResponse><eid:CardCertified>USED</eid:CardCertified></eid:EIDTypeResponse>", AssuranceLevel.High)]
    [InlineData("", "<eid:EIDTypeResponse><eid:SECertified>USED</eid:SECertified></eid:EIDTypeResponse>", AssuranceLevel.Substantial)]
    [InlineData("", "<eid:EIDTypeResponse><eid:SEEndorsed>USED</eid:SEEndorsed></eid:EIDTypeResponse>", AssuranceLevel.Substantial)]
    [InlineData("", "<eid:EIDTypeResponse><eid:HWKeyStore>USED</eid:HWKeyStore></eid:EIDTypeResponse>", AssuranceLevel.Low)]
    [InlineData("", "<eid:EIDTypeResponse><eid:Implant>USED</eid:Implant></eid:EIDTypeResponse>", AssuranceLevel.Unknown)]
    [InlineData("http://eidas.europa.eu/LoA/substantial", "", AssuranceLevel.Substantial)]
    [InlineData("http://eidas.europa.eu/LoA/high", "", AssuranceLevel.High)]
    [InlineData("http://bsi.bund.de/eID/LoA/undefined", "<eid:EIDTypeResponse><eid:CardCertified>USED</eid:CardCertified></eid:EIDTypeResponse>", AssuranceLevel.Unknown)]
    [InlineData("http://eidas.europa.eu/NotNotified/LoA/high", "", AssuranceLevel.Unknown)]
    [InlineData("hoch", "", AssuranceLevel.Unknown)]
    public async Task A_level_counts_as_far_as_it_is_known(string name, string more, AssuranceLevel level)
    {
        var content = AnswerContents.ResultOf("", more, name.Length == 0 ? "" : $"<eid:LevelOfAssuranceResult>{name}</eid:LevelOfAssuranceResult>");

        (await Verified(content, Sessions.Wanting(GivenNames))).Identity.Level.Should().Be(level);
        var demanding = await ResultOf(content, Sessions.Wanting(GivenNames) with { MinimumLevel = AssuranceLevel.Substantial });
        if (level < AssuranceLevel.Substantial)
            demanding.Should().Be(new EidServerResult.LevelTooLow(level));
        else
            demanding.Should().BeOfType<EidServerResult.Verified>();
    }

    [Fact]
    public async Task An_operator_may_vouch_for_a_server_that_states_no_level()
    {
        var connection = ServerParties.Connection with { LevelWhenUnstated = AssuranceLevel.High };

        (await ResultOf(AnswerContents.ResultOf("", level: ""), Sessions.Open with { Operations = Sessions.Of((GivenNames, EidServerDemand.Allowed)), MinimumLevel = AssuranceLevel.High }, connection)).Should().BeOfType<EidServerResult.Verified>();
        (await ResultOf(AnswerContents.ResultOf("", level: "<eid:LevelOfAssuranceResult>new</eid:LevelOfAssuranceResult>"), Sessions.Open with { MinimumLevel = AssuranceLevel.Low }, connection)).Should().Be(new EidServerResult.LevelTooLow(AssuranceLevel.Unknown));
    }

    [Fact]
    public Task Two_levels_are_refused() =>
        Refused(AnswerContents.ResultOf("", "<eid:LevelOfAssuranceResponse>http://bsi.bund.de/eID/LoA/normal</eid:LevelOfAssuranceResponse>"), Sessions.Wanting(GivenNames), "answer-level-twice");

    [Theory]
    [InlineData("<eid:EIDTypeResponse><eid:SECertified>USED</eid:SECertified></eid:EIDTypeResponse>")]
    [InlineData("")]
    public async Task A_kind_of_eid_that_was_denied_does_not_pass(string more) =>
        (await ResultOf(AnswerContents.ResultOf("", more), Sessions.Wanting(GivenNames) with { EidTypes = new HashSet<EidServerEidType> { EidServerEidType.CardCertified } }))
            .Should().Be(new EidServerResult.LevelTooLow(AssuranceLevel.High));

    [Fact]
    public Task Two_kinds_are_refused() =>
        Refused(AnswerContents.ResultOf("", "<eid:EIDTypeResponse><eid:CardCertified>USED</eid:CardCertified><eid:HWKeyStore>USED</eid:HWKeyStore></eid:EIDTypeResponse>"), Sessions.Wanting(GivenNames), "answer-type-twice");

    [Fact]
    public async Task A_telephone_is_another_method() =>
        (await Verified(AnswerContents.ResultOf("", "<eid:EIDTypeResponse><eid:SECertified>USED</eid:SECertified></eid:EIDTypeResponse>"), Sessions.Wanting(GivenNames))).Identity.Method.Should().Be(EidMethod.SmartEid);

    [Fact]
    public async Task Pseudonyms_are_issued_by_the_sector_where_it_is_named()
    {
        var connection = ServerParties.Connection with { PseudonymIssuer = "sector-beispielstadt" };

        var verified = await ResultOf(AnswerContents.ResultOf("<eid:RestrictedID><eid:ID>01a4</eid:ID></eid:RestrictedID>"), Sessions.Requiring(RestrictedId), connection);
        verified.Should().BeOfType<EidServerResult.Verified>().Which.Identity.Pseudonym.Should().Be(new EidPseudonym("sector-beispielstadt", "01A4"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<dss:Result/>")]
    public Task An_answer_without_a_code_is_refused(string result) => Refused(AnswerContents.Of("getResult", result + High), Sessions.Open, "answer-without-result");

    private async Task<EidServerResult.Verified> Verified(string content, EidServerSession session) => (await ResultOf(content, session)).Should().BeOfType<EidServerResult.Verified>().Subject;

    private Task<EidServerResult> ResultOf(string content, EidServerSession session, EidServerConnection? connection = null) => new ForgedServer(_server.Clock).Says(content).Client(connection).GetResultAsync(session);

    private async Task Refused(string content, EidServerSession session, string reason) =>
        (await FluentActions.Invoking(() => ResultOf(content, session)).Should().ThrowAsync<EidException>()).Which.Should().Match<EidException>(fault => fault.Code == "eid.server-answer" && fault.Message.Contains($"({reason})"));
}
