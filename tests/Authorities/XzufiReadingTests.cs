using System.Text;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using static BaseComponents.Tests.Authorities.Support.Delivery;

namespace BaseComponents.Tests.Authorities;

/// <summary>What editors deliver differently, and what is wrong with what they deliver.</summary>
public sealed class XzufiReadingTests
{
    [Fact]
    public async Task A_detached_competence_counts_like_one_within_the_unit()
    {
        var answer = await AskAsync(Of(Detached("A", Competence(SmallMap.Freiberg)), Unit("A"), Service()));
        answer.Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be("A");
    }

    [Fact]
    public async Task Codes_may_be_qualified()
    {
        var qualified = Of(Service(), Unit("A", Competence(SmallMap.Freiberg, role: "03"))).Replace("<code>", "<xzufi:code>").Replace("</code>", "</xzufi:code>");
        (await AskAsync(qualified)).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.OnlyAdvisory);
    }

    [Fact]
    public async Task Objects_are_identified_by_agency_and_scheme_too()
    {
        var other = Unit("A", name: "Namesake").Replace("schemeAgencyID=\"S\"", "schemeAgencyID=\"T\"");
        var answer = await AskAsync(Of(Service(), other, Unit("A", name: "Right"), Detached("A", Competence(SmallMap.Freiberg))));
        answer.Should().BeOfType<Competence.Found>().Which.Office.Should().Match<Office>(office => office.Name == "Right" && office.Id == new OfficeId("S", "Organisationseinheit", "A"));
    }

    [Fact]
    public async Task A_reference_may_leave_out_the_scheme_where_that_is_plain()
    {
        var bare = Detached("A", Competence(SmallMap.Freiberg)).Replace(" schemeID=\"Organisationseinheit\"", "").Replace(" schemeID=\"Leistung\"", "");
        (await AskAsync(Of(Service(), Unit("A"), bare))).Should().BeOfType<Competence.Found>();

        var wrong = Detached("A", Competence(SmallMap.Freiberg)).Replace("schemeID=\"Organisationseinheit\"", "schemeID=\"Abteilung\"");
        (await AskAsync(Of(Service(), Unit("A"), wrong))).Should().BeOfType<Competence.NotFound>("another scheme is another object");

        var twin = Unit("A", name: "Twin").Replace("schemeID=\"Organisationseinheit\"", "schemeID=\"Abteilung\"");
        (await AskAsync(Of(Service(), Unit("A"), twin, bare))).Should().BeOfType<Competence.NotFound>();
    }

    [Fact]
    public async Task An_ended_description_of_a_service_does_not_hide_another_editors()
    {
        var ended = Service(name: "Old text", more: Valid(to: "2020-12-31")).Replace($">L{Dog}<", ">OLD<");
        foreach (var delivery in new[] { Of(ended, Service(), Unit("A", Competence(SmallMap.Freiberg))), Of(Service(), ended, Unit("A", Competence(SmallMap.Freiberg))) })
        {
            await using var directory = TestDirectory.With(delivery);
            (await AskAsync(directory)).Should().BeOfType<Competence.Found>();
            (await directory.Authorities.ListServicesAsync()).Should().ContainSingle().Which.Name.Should().Be("Hund anmelden");
        }
    }

    [Fact]
    public async Task A_competence_may_name_the_service_key_itself()
    {
        var direct = Competence(SmallMap.Freiberg).Replace($">L{Dog}<", $">{Dog}<");
        (await AskAsync(Of(Unit("A", direct)))).Should().BeOfType<Competence.Found>();
    }

    [Fact]
    public async Task One_competence_covers_several_areas()
    {
        await using var directory = TestDirectory.With(Of(Service(), Unit("A", Competence("145220180180 145235402410"))));
        foreach (var place in new[] { SmallMap.Freiberg, SmallMap.Theuma })
            (await directory.Authorities.ResolveAsync(LeikaKey.Parse(Dog), Place.Of(RegionKey.Parse(place)))).Should().BeOfType<Competence.Found>();
    }

    [Fact]
    public async Task Competences_of_online_services_are_none_of_units()
    {
        var online = Detached("A", Competence(SmallMap.Freiberg).Replace("ZustaendigkeitOrganisationseinheit", "ZustaendigkeitOnlinedienst"));
        (await AskAsync(Of(Service(), Unit("A"), online))).Should().BeOfType<Competence.NotFound>();
    }

    [Fact]
    public async Task A_later_version_of_an_object_replaces_the_earlier()
    {
        var answer = await AskAsync(Of(Service(), Unit("A", Competence(SmallMap.Freiberg), "Old name"), Unit("A", Competence(SmallMap.Freiberg), "New name")));
        answer.Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be("New name");
    }

    [Theory]
    [InlineData("Organisationseinheit", "Organisationseinheit", "A")]
    [InlineData("Zustaendigkeit", "ZustaendigkeitOrganisationseinheit", "Z1")]
    public async Task Deleted_objects_are_gone(string kind, string scheme, string id)
    {
        var delete = $"""<xzufi:loesche klasse="{kind}"><xzufi:id schemeAgencyID="S" schemeID="{scheme}">{id}</xzufi:id></xzufi:loesche>""";
        foreach (var written in new[] { Unit("A", Competence(SmallMap.Freiberg, id: "Z1")), Unit("A") + Detached("A", Competence(SmallMap.Freiberg, id: "Z1")) })
        {
            (await AskAsync(Of(Service(), written))).Should().BeOfType<Competence.Found>();
            (await AskAsync(Of(Service(), written, delete))).Should().BeOfType<Competence.NotFound>();
        }

        (await AskAsync(Of(delete, Service(), Unit("A", Competence(SmallMap.Freiberg))))).Should().BeOfType<Competence.Found>("a deletion of what never came is usual");
    }

    [Fact]
    public async Task Many_deletions_of_what_never_came_take_no_time()
    {
        var units = Enumerable.Range(0, 5_000).Select(number => Unit($"U{number}", Competence("14", id: $"Z{number}")));
        var deletions = Enumerable.Range(0, 100_000).Select(number => $"""<xzufi:loesche klasse="Zustaendigkeit"><xzufi:id schemeAgencyID="S">N{number}</xzufi:id></xzufi:loesche>""");
        await using var directory = TestDirectory.With(Of([Service(), .. units, .. deletions]));
        await directory.Authorities.ListServicesAsync().WaitAsync(TimeSpan.FromSeconds(10));
        (await directory.Authorities.GetStatusAsync()).Offices.Should().Be(5_000);
    }

    [Fact]
    public async Task The_office_carries_what_an_application_needs()
    {
        const string content = """
            <xzufi:anschrift><xzufi:strasse>Burgstraße</xzufi:strasse><xzufi:hausnummer>19 a</xzufi:hausnummer><xzufi:postleitzahl>09599</xzufi:postleitzahl><xzufi:ort>Freiberg</xzufi:ort></xzufi:anschrift>
            <xzufi:kommunikation><xzufi:kanal><code>02</code></xzufi:kanal><xzufi:kennung>03731 273-0</xzufi:kennung></xzufi:kommunikation>
            <xzufi:kommunikation><xzufi:kanal><code>01</code></xzufi:kanal><xzufi:kennung>steuer@freiberg.amt.example</xzufi:kennung></xzufi:kommunikation>
            <xzufi:kommunikation><xzufi:kanal><code>09</code></xzufi:kanal><xzufi:kennung>https://freiberg.amt.example/steuer</xzufi:kennung></xzufi:kommunikation>
            """;
        var answer = await AskAsync(Of(Service(), Unit("A", content + Competence(SmallMap.Freiberg), "  Stadt\n   Freiberg,\tSteueramt ")));
        answer.Should().BeOfType<Competence.Found>().Which.Office.Should().BeEquivalentTo(new Office(new OfficeId("S", "Organisationseinheit", "A"), "Stadt Freiberg, Steueramt")
        {
            Address = new OfficeAddress { Street = "Burgstraße", HouseNumber = "19 a", PostalCode = "09599", City = "Freiberg" },
            MailAddress = "steuer@freiberg.amt.example",
            Telephone = "03731 273-0",
            WebPage = new Uri("https://freiberg.amt.example/steuer"),
        }, options => options.Excluding(office => office.Addresses).Excluding(office => office.Channels));
    }

    [Theory]
    [InlineData("steuer@freiberg.amt.example, dritter@boese.example")]
    [InlineData("Steuer &lt;steuer@freiberg.amt.example&gt;")]
    [InlineData("steuer@freiberg.amt.example&#13;&#10;Bcc: dritter@boese.example")]
    [InlineData("steuer")]
    [InlineData("stéuer@freiberg.amt.example")]
    public async Task What_is_not_plainly_one_mail_address_is_not_used(string value)
    {
        var channel = $"<xzufi:kommunikation><xzufi:kanal><code>01</code></xzufi:kanal><xzufi:kennung>{value}</xzufi:kennung></xzufi:kommunikation>";
        await using var directory = TestDirectory.With(Of(Service(), Unit("A", channel + Competence(SmallMap.Freiberg))));
        (await AskAsync(directory)).Should().BeOfType<Competence.Found>().Which.Office.MailAddress.Should().BeNull();
        (await directory.Authorities.GetStatusAsync()).Findings.Should().ContainSingle().Which.Problem.Should().Contain("mail address");
    }

    [Fact]
    public async Task A_web_page_that_is_none_is_not_used()
    {
        const string channel = "<xzufi:kommunikation><xzufi:kanal><code>09</code></xzufi:kanal><xzufi:kennung>javascript:alert(1)</xzufi:kennung></xzufi:kommunikation>";
        (await AskAsync(Of(Service(), Unit("A", channel + Competence(SmallMap.Freiberg))))).Should().BeOfType<Competence.Found>().Which.Office.WebPage.Should().BeNull();
    }

    [Fact]
    public async Task The_German_name_is_taken()
    {
        var names = Unit("A", Competence(SmallMap.Freiberg)).Replace("<xzufi:name><xzufi:name languageCode=\"de\">A</xzufi:name>", "<xzufi:name><xzufi:name languageCode=\"en\">Office</xzufi:name><xzufi:name languageCode=\"de\">Amt</xzufi:name>");
        (await AskAsync(Of(Service(), names))).Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be("Amt");
    }

    public static TheoryData<string, string> BadObjects => new()
    {
        { Write("<xzufi:organisationseinheit><xzufi:name><xzufi:name>X</xzufi:name></xzufi:name></xzufi:organisationseinheit>"), "no id" },
        { Write("<xzufi:organisationseinheit><xzufi:id>X</xzufi:id></xzufi:organisationseinheit>"), "no name" },
        { Service(key: "99083016", name: "Old key"), "no valid service key" },
        { Service(key: "99102013070000", more: Valid(to: "31.12.2020")), "no date" },
        { Service(key: "99102013070000").Replace("<code>03</code>", "<code>05</code>"), "no name" },
        { Unit("X", Competence("nowhere", id: "ZX")), "no known region" },
        { Unit("X", Competence(SmallMap.Freiberg, key: Car)), "service is in no delivery" },
        { Unit("X", "<xzufi:zustaendigkeit><xzufi:gebietID>14</xzufi:gebietID></xzufi:zustaendigkeit>"), "no leistungID" },
        { Detached("nobody", Competence(SmallMap.Freiberg, id: "ZN")), "unit is in no delivery" },
        { Write("<xzufi:zustaendigkeitTransferObjekt/>"), "no zustaendigkeit" },
        { "<xzufi:loesche klasse=\"Leistung\"/>", "no identifier" },
        { Write("<xzufi:organisationseinheit>" + string.Concat(Enumerable.Repeat("<xzufi:a>", 500)) + string.Concat(Enumerable.Repeat("</xzufi:a>", 500)) + "</xzufi:organisationseinheit>"), "too deep" },
        { Write("<xzufi:organisationseinheit>" + string.Concat(Enumerable.Repeat("<xzufi:a/>", 60_000)) + "</xzufi:organisationseinheit>"), "too large" },
        { Write($"<xzufi:leistung>{new string('x', 3_000_000)}</xzufi:leistung>"), "too large" },
        { Write($"<xzufi:leistung><xzufi:a b=\"{new string('x', 3_000_000)}\"/></xzufi:leistung>"), "too large" },
        { Write("<xzufi:leistung>" + string.Concat(Enumerable.Repeat($"<xzufi:a b=\"{new string('x', 3_000)}\"/>", 1000)) + "</xzufi:leistung>"), "too large" },
    };

    [Theory]
    [MemberData(nameof(BadObjects))]
    public async Task A_bad_object_is_reported_and_the_others_count(string bad, string problem)
    {
        await using var directory = TestDirectory.With(Of(Unit("A", Competence(SmallMap.Freiberg)), bad, Service()));
        (await AskAsync(directory)).Should().BeOfType<Competence.Found>().Which.Office.Name.Should().Be("A");
        var status = await directory.Authorities.GetStatusAsync();
        status.SkippedObjects.Should().Be(1);
        status.Findings.Should().ContainSingle().Which.Problem.Should().Contain(problem);
        status.Findings[0].Source.Should().EndWith("delivery.xml");
    }

    [Theory]
    [InlineData(499)]
    [InlineData(498)]
    public async Task A_long_name_is_cut_between_characters(int before)
    {
        var name = new string('x', before) + "\U0001F415" + new string('y', 100);
        await using var directory = TestDirectory.With(Of(Service(name: name), Unit("A", Competence(SmallMap.Freiberg), name)));
        var found = (await AskAsync(directory)).Should().BeOfType<Competence.Found>().Subject;
        foreach (var text in new[] { found.Office.Name, (await directory.Authorities.ListServicesAsync()).Single().Name })
        {
            text.Length.Should().BeInRange(499, 500);
            text.EnumerateRunes().Should().NotContain(Rune.ReplacementChar, "half a character is no text");
        }
    }

    [Fact]
    public async Task Endless_bad_objects_are_counted_but_not_kept()
    {
        await using var directory = TestDirectory.With(Of([Service(), .. Enumerable.Repeat(Write("<xzufi:organisationseinheit/>"), 5000)]));
        await AskAsync(directory);
        var status = await directory.Authorities.GetStatusAsync();
        status.SkippedObjects.Should().Be(5000);
        status.Findings.Should().HaveCount(100);
    }

    public static TheoryData<string> BadDeliveries => new()
    {
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + RootStart + "</xzufi:transfer>",
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + RootStart + "&b;</xzufi:transfer>",
        Of(Service())[..^30],
        RootStart,
        RootStart + "<xzufi:schreibe>",
        "<html/>",
        Of(Service()).Replace("2_2_0", "2_1_0"),
        Of(Service()).Replace("xzufiVersion=\"2.2.0\"", "xzufiVersion=\"2.3.1\""),
        "",
        "{}",
        RootStart + "<a xmlns:a='b' b='1' b='2'/></xzufi:transfer>",
    };

    [Theory]
    [MemberData(nameof(BadDeliveries))]
    public async Task A_bad_delivery_is_refused_as_a_whole(string delivery)
    {
        await using var directory = TestDirectory.With(delivery);
        var find = () => directory.Authorities.ListServicesAsync();
        var fault = (await find.Should().ThrowAsync<AuthoritiesException>()).Which;
        fault.Code.Should().Be("authorities.no-data");
        fault.InnerException.Should().BeOfType<AuthoritiesException>().Which.Code.Should().Be("authorities.data-invalid");
        (await AskAsync(directory)).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.SourceDown);
    }

    [Fact]
    public async Task An_empty_delivery_is_one()
    {
        await using var directory = TestDirectory.With($"{RootStart[..^1]}/>");
        (await directory.Authorities.ListServicesAsync()).Should().BeEmpty();
    }

    private static async Task<Competence> AskAsync(string delivery)
    {
        await using var directory = TestDirectory.With(delivery);
        return await AskAsync(directory);
    }

    private static Task<Competence> AskAsync(TestDirectory directory) =>
        directory.Authorities.ResolveAsync(LeikaKey.Parse(Dog), Place.Of(RegionKey.Parse(SmallMap.Freiberg)));
}
