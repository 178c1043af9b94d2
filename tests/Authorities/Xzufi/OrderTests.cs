using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using CsCheck;
using static BaseComponents.Tests.Authorities.Support.Delivery;

namespace BaseComponents.Tests.Authorities.Xzufi;

/// <summary>What is known after several deliveries does not depend on the order in which they are read.</summary>
public sealed class OrderTests
{
    private static readonly string[] Days = ["2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", "2026-11-02T01:00:00+01:00", ""];

    private static readonly Gen<string> Operation = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2], Gen.Int[0, 2]).Select((kind, number, variant) => kind switch
    {
        0 => Unit($"U{number}", Competence(Area(variant), id: $"Z{number}"), $"Amt {variant}"),
        1 => Unit($"U{number}", name: $"Amt {variant}"),
        2 => Detached($"U{number}", Competence(Area(variant), id: $"Z{number}")),
        3 => Delete("Organisationseinheit", "Organisationseinheit", $"U{number}"),
        4 => Delete("Zustaendigkeit", "ZustaendigkeitOrganisationseinheit", $"Z{number}"),
        5 => Service(name: $"Hund {variant}"),
        6 => Unit($"U{number}", Competence(Area(variant), id: $"Z{number}", more: Destination(variant)), "Amt"),
        7 => OnlineService($"O{number}", variant),
        8 => Delete("Onlinedienst", "Onlinedienst", $"O{number}"),
        _ => Delete("Leistung", "Leistung", $"L{Dog}"),
    });

    private static readonly Gen<string> Message = Gen.Select(Operation.Array[0, 4], Gen.Int[0, 3].Select(index => Days[index]), Gen.Int[0, 2])
        .Select((operations, day, position) => Of([Head(day, position), .. operations]));

    [Fact]
    public async Task The_order_of_files_does_not_matter() => await Gen.Select(Message.Array[2, 4], Gen.Int[1, 1000]).SampleAsync(
        async sample =>
        {
            var (messages, seed) = sample;
            var shuffled = Shuffled(messages, seed);
            (await AnswersAsync(shuffled)).Should().Be(await AnswersAsync(messages), string.Join("\n---\n", messages));
        },
        iter: 60);

    [Fact]
    public async Task The_order_of_different_objects_in_a_file_does_not_matter() => await Gen.Int[1, 1_000_000].SampleAsync(
        async seed =>
        {
            string[] objects = [Service(), Unit("A", Competence(SmallMap.Freiberg, id: "Z1")), Unit("B"), Detached("B", Competence("145215101060", id: "Z2")), Delete("Organisationseinheit", "Organisationseinheit", "C"), Unit("D", Competence("14", id: "Z3"))];
            (await AnswersAsync(Of(Shuffled(objects, seed)))).Should().Be(await AnswersAsync(Of(objects)));
        },
        iter: 25);

    [Theory]
    [InlineData("2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", "New")]
    [InlineData("2026-11-02T00:00:00Z", "2026-11-01T00:00:00Z", "Old")]
    [InlineData("", "2020-01-01T00:00:00Z", "New")]
    public async Task The_newer_message_counts(string old, string @new, string expected)
    {
        string[] messages = [Of(Head(old, 0), Service(), Unit("A", Competence(SmallMap.Freiberg), "Old")), Of(Head(@new, 0), Unit("A", Competence(SmallMap.Freiberg), "New"))];
        (await AnswersAsync(messages)).Should().Contain(expected);
        (await AnswersAsync([.. messages.Reverse()])).Should().Contain(expected);
    }

    [Fact]
    public async Task Of_one_time_the_later_position_counts()
    {
        string[] messages = [Of(Head(Days[0], 2), Service(), Unit("A", Competence(SmallMap.Freiberg), "Second")), Of(Head(Days[0], 1), Unit("A", Competence(SmallMap.Freiberg), "First"))];
        (await AnswersAsync(messages)).Should().Contain("Second").And.NotContain("First");
    }

    [Fact]
    public async Task Deleted_before_written_equals_never_written()
    {
        var written = Of(Head(Days[0], 0), Service(), Unit("A", Competence(SmallMap.Freiberg)));
        foreach (var day in new[] { Days[0], Days[1] })
        {
            var deleted = Of(Head(day, 0), Delete("Organisationseinheit", "Organisationseinheit", "A"));
            (await AnswersAsync(deleted, written)).Should().Be(await AnswersAsync(written, deleted)).And.Contain("NoCompetence");
        }
    }

    private static string Head(string day, int position) =>
        $"<xzufi:nachrichtenkopf><xzufi:nachrichtUUID>x</xzufi:nachrichtUUID><xzufi:erstelltDatumZeit>{day}</xzufi:erstelltDatumZeit></xzufi:nachrichtenkopf><xzufi:transaktionID>1</xzufi:transaktionID><xzufi:transaktionPosition>{position}</xzufi:transaktionPosition>";

    private static string Delete(string kind, string scheme, string id) =>
        $"<xzufi:loesche klasse=\"{kind}\"><xzufi:id schemeAgencyID=\"S\" schemeID=\"{scheme}\">{id}</xzufi:id></xzufi:loesche>";

    private static string Destination(int variant) =>
        $"<xzufi:idSekundaer schemeID=\"urn:de:fitko:fit-connect:xzufi:destination\" schemeAgencyID=\"urn:de:fitko\">9a1c0d3e-0b1f-4c2d-8e5f-6a7b8c9d0e1{variant}</xzufi:idSekundaer>";

    private static string OnlineService(string id, int variant) => Write($"""
        <xzufi:onlinedienst>
          <xzufi:id schemeAgencyID="S" schemeID="Onlinedienst">{id}</xzufi:id>
          <xzufi:bezeichnung languageCode="de">Dienst {variant}</xzufi:bezeichnung>
          {Competence(Area(variant), id: $"Z{id}").Replace("ZustaendigkeitOrganisationseinheit", "ZustaendigkeitOnlinedienst", StringComparison.Ordinal)}
        </xzufi:onlinedienst>
        """);

    private static string Area(int variant) => variant switch { 0 => SmallMap.Freiberg, 1 => "14522", _ => "14" };

    private static string[] Shuffled(string[] texts, int seed)
    {
        var shuffled = texts.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    // Everything that a caller can see of the data.
    private static async Task<string> AnswersAsync(params string[] deliveries)
    {
        await using var directory = TestDirectory.With(deliveries[0]);
        for (var index = 0; index < deliveries.Length; index++)
        {
            directory.Write($"{index}.xml", deliveries[index]);
            directory.Settings[$"A:Deliveries:{index}"] = directory.PathOf($"{index}.xml");
        }

        var places = new[] { SmallMap.Freiberg, SmallMap.Baerenstein, SmallMap.Dresden };
        var answers = new List<string>();
        foreach (var place in places)
        {
            var answer = await directory.Authorities.ResolveAsync(LeikaKey.Parse(Dog), Place.Of(RegionKey.Parse(place)));
            answers.Add(Describe(answer));
            answers.AddRange(answer.OnlineServices.Select(online => $"{online.Id} {online.Name}"));
        }

        answers.AddRange((await directory.Authorities.ListServicesAsync()).Select(service => service.Name));
        answers.Add((await directory.Authorities.GetStatusAsync()).Offices.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return string.Join('\n', answers);
    }

    private static string Describe(Competence answer) => answer switch
    {
        Competence.Found found => $"{found.Office.Id} {found.Office.Name} {found.Office.Destination} {found.MatchedAt.Area}",
        Competence.Ambiguous several => string.Join('|', several.Offices.Select(office => $"{office.Id} {office.Name} {office.Destination}").Order(StringComparer.Ordinal)),
        Competence.NotFound none => none.Reason.ToString(),
        _ => answer.ToString(),
    };
}
