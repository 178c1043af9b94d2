extern alias authorities;

using System.Globalization;
using System.Text;
using authorities::BaseComponents.Authorities;
using authorities::BaseComponents.Authorities.Internal;
using authorities::BaseComponents.Authorities.Keys;

namespace BaseComponents.Tests.Fuzz.Authorities;

/// <summary>What people type to find a service: any text has an answer of limited length without repetition, and the name of a service finds it first.</summary>
internal sealed class ServiceTextReader() : Reader("service-text")
{
    private static readonly string[] Names =
        ["Hundesteuer: Anmeldung eines Hundes", "Geburtsurkunde beantragen", "Führerschein umtauschen", "Wohnsitz ummelden", "Baugenehmigung beantragen", "Straßenschaden melden", "Kraftfahrzeug zulassen", "Kinderzuschlag beantragen"];

    private static readonly ServiceSearch Services = new(Names.Select((name, number) =>
        new PublicService(LeikaKey.Parse(string.Create(CultureInfo.InvariantCulture, $"99102{number:000}001000")), name) { Synonyms = ["Bürgeramt", "Hundemarke"] }));

    public override void Read(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var found = Services.Find(text);
        if (found.Count > 50 || found.Distinct().Count() != found.Count)
            throw new WrongReadingException("More services than wanted.");
        if (Names.Contains(text) && found[0].Name != text)
            throw new WrongReadingException("A service is not found by its name.");
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        string[] texts = ["hund anmelden", "geburts urkunde", "fuerherschein", "fuhrerscheinumtausch", "baugenemigung", "99102001001000", "auto", "ich möchte mein kind", "hundesteuermarkenverlust", .. Names];
        return texts.Select((text, number) => ($"{number:00}.txt", Encoding.UTF8.GetBytes(text)));
    }
}
