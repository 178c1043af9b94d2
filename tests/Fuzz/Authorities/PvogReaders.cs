extern alias authorities;

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using authorities::BaseComponents.Authorities;
using authorities::BaseComponents.Authorities.Pvog;
using authorities::BaseComponents.Authorities.Wire.Pvog;

namespace BaseComponents.Tests.Fuzz.Authorities;

/// <summary>An answer of the search service: whatever it holds, it is no JSON of that kind, or becomes values that can be used.</summary>
internal abstract class PvogAnswerReader<T>(string name, Func<JsonTypeInfo<T>> type) : Reader(name)
    where T : class
{
    public override void Read(byte[] input)
    {
        try
        {
            if (JsonSerializer.Deserialize(input, type()) is { } answer)
                Take(answer);
        }
        catch (JsonException)
        {
            // As promised.
        }
    }

    protected abstract void Take(T answer);

    protected static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>Municipalities.</summary>
internal sealed class PvogPlacesReader() : PvogAnswerReader<List<PvogPlace>>("pvog-places", static () => PvogJson.Default.ListPvogPlace)
{
    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("places.json", Text("""[{"ars":"145220180180","ags":"14522180","name":"Freiberg","zip":"09599","zipCodeCount":1},{"ars":145220180180,"name":null},{"ars":"x","zip":"1"}]"""));
    }

    protected override void Take(List<PvogPlace> answer)
    {
        foreach (var place in PvogPlaces.Municipalities([.. answer.OfType<PvogPlace>()]))
        {
            if (place.Key.IsEmpty || place.Name.Length == 0)
                throw new WrongReadingException("A municipality without key or name.");
        }
    }
}

/// <summary>All about a unit.</summary>
internal sealed class PvogUnitReader() : PvogAnswerReader<PvogUnit>("pvog-unit", static () => PvogJson.Default.PvogUnit)
{
    private static readonly PvogNames Names = new();

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("unit.json", Text("""
            {"id":"L100042.OE.2292","languages":["de"],"title":"Steueramt","role":{"code":"01","name":"Zuständige Stelle"},"employees":[{"name":"x"}],"additionalInformation":[{"type":"INFO_TIMES","text":"<p>Mo 8-12</p>"},null],
            "bankAccounts":[{"iban":"DE02120300000000202051","bic":"BYLADEM1001","x":1},{"iban":"falsch"}],"location":{"addresses":[{"type":"Hausanschrift","street":"Markt","houseNumber":1,"zip":"09599","city":"Freiberg"}],
            "communications":[{"code":"01","name":"E-Mail","value":"amt@amt.example"},{"code":"02","value":"03731"}]},"internetAddresses":[{"uri":"https://amt.example/"},{"uri":"javascript:x"}]}
            """));
    }

    protected override void Take(PvogUnit answer)
    {
        var office = new PvogOfficeReader(Names).Read(PvogOfficeReader.Named("S.OE.1", "Amt", OfficeRole.Competent), answer.OnlyWith(["iban", "bic"]));
        if (office.WebPage is { Scheme: not ("http" or "https") } || office.BankAccounts.Any(account => account.Iban is not null && account.HasInvalidIban))
            throw new WrongReadingException("A value counts that must not.");
    }
}

/// <summary>A page of services on the web.</summary>
internal sealed class PvogOnlineReader() : PvogAnswerReader<PvogOnlinePage>("pvog-online", static () => PvogJson.Default.PvogOnlinePage)
{
    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("page.json", Text("""{"totalHits":1,"onlineservices":[{"id":"S.OD.1","name":"Hund anmelden","links":[{"uri":"https://dienst.example/","title":"Starten"},{"uri":"file:///x"}],"serviceDescriptions":[{"ars":["14"]}]},null],"nextPageToken":"abc"}"""));
    }

    protected override void Take(PvogOnlinePage answer)
    {
        if (PvogOnline.Read([.. (answer.Onlineservices ?? []).OfType<PvogOnlineService>()]).Any(service => service.Name.Length == 0 || service.Links.Any(link => link.Address.Scheme is not ("http" or "https"))))
            throw new WrongReadingException("A service on the web counts that must not.");
    }
}

/// <summary>A page of descriptions.</summary>
internal sealed class PvogDescriptionsReader() : PvogAnswerReader<PvogDescriptionPage>("pvog-descriptions", static () => PvogJson.Default.PvogDescriptionPage)
{
    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("page.json", Text("""{"content":[{"id":"S.LB.1","onlineServiceLinks":[],"organisationIds":["S.OE.1"]},{"id":7},null],"totalElements":3}"""));
    }

    protected override void Take(PvogDescriptionPage answer)
    {
        foreach (var id in (answer.Content ?? []).Select(one => PvogId.Read(one?.Id)).OfType<string>())
            PvogId.ToOfficeId(id, "Leistung");
    }
}

/// <summary>The units of a description.</summary>
internal sealed class PvogTitlesReader() : PvogAnswerReader<List<PvogUnitTitle>>("pvog-titles", static () => PvogJson.Default.ListPvogUnitTitle)
{
    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("titles.json", Text("""[{"id":"L100042.OE.2292","title":"Steueramt","role":{"code":"01","name":"Zuständige Stelle"},"criteria":[]},{"id":"x","title":" ","role":{"code":3}},null]"""));
    }

    protected override void Take(List<PvogUnitTitle> answer)
    {
        foreach (var unit in answer.OfType<PvogUnitTitle>())
        {
            if (PvogId.Read(unit.Id) is { } id && PvogOfficeReader.Text(unit.Title) is { } title && PvogOfficeReader.Named(id, title, OfficeRole.Competent).Name.Length == 0)
                throw new WrongReadingException("A unit without a name.");
        }
    }
}
