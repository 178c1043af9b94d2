extern alias authorities;

using System.Text;
using authorities::BaseComponents.Authorities.Internal;
using authorities::BaseComponents.Authorities.Internal.Regions;
using authorities::BaseComponents.Authorities.Keys;

namespace BaseComponents.Tests.Fuzz.Authorities;

/// <summary>What people type to find a place: any text has an answer of limited length, and the name of a place finds it.</summary>
internal sealed class PlaceTextReader() : Reader("place-text")
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly string[] Names =
        ["Freiberg, Stadt, Universitätsstadt", "Bautzen / Budyšin, Stadt", "Weißwasser/O.L., Stadt / Běła Woda", "Neukirchen/Erzgeb.", "Neukirchen/Pleiße", "Hartmannsdorf b. Kirchberg", "Aue-Bad Schlema, Stadt", "Döbeln, Stadt"];

    private static readonly PlaceSearch Places = new(Map());

    public override void Read(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        if (Places.Find(text, Today).Count > 50)
            throw new WrongReadingException("More places than wanted.");
        foreach (var name in Names.Where(name => text.Trim() == name))
        {
            if (Places.Find(text, Today).All(place => place.Name != name))
                throw new WrongReadingException("A place is not found by its official name.");
        }
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        string[] texts = ["Freibreg", "Budyšin", "09599 Freiberg", "D-02625 Bautzen", "neukirchen erzgebirge", "Weiß wasser", "14522180", "Hartmansdorf Kirchberg", "Aue Bad Schlema", .. Names];
        return texts.Select((text, number) => ($"{number:00}.txt", Encoding.UTF8.GetBytes(text)));
    }

    private static RegionCatalogue Map()
    {
        var builder = new RegionCatalogueBuilder((_, _, _) => { });
        for (var number = 0; number < Names.Length; number++)
            builder.Add(new RegionRow(RegionKey.Parse($"145220{number + 1:000}{number + 1:000}"), Names[number], null));
        builder.Add(PostalCode.Parse("09599"), AreaReference.Of(RegionKey.Parse("145220001001")));
        builder.Add(PostalCode.Parse("02625"), AreaReference.Of(RegionKey.Parse("145220002002")));
        return builder.Build(Today);
    }
}
