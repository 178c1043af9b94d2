using System.Security.Claims;
using System.Text;
using BaseComponents.Eid;

namespace BaseComponents.Tests.Fuzz.Eid;

/// <summary>Single values of the model, and sessions: each line is one claim, <c>type=value</c>.</summary>
internal sealed class IdentityTextReader() : Reader("identity-text")
{
    public override void Read(byte[] input)
    {
        var lines = Encoding.UTF8.GetString(input).Split('\n');
        foreach (var line in lines)
            ReadValues(line);
        ReadSession(lines);
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("dates.txt", Encoding.UTF8.GetBytes("1964-08-12\n1964    \n196408  \n1964-XX-XX\n19640000\n0000-00-00"));
        yield return ("codes.txt", Encoding.UTF8.GetBytes("D\nDE\nDEU\nD<<\nhttp://eidas.europa.eu/LoA/high\nSTORK-QAA-Level-4\nsubstanziell"));
        yield return ("session.txt", Encoding.UTF8.GetBytes("eid.version=1\neid.level=High\neid.kind=Organisation\neid.method=eID\neid.given_names=ERIKA\neid.date_of_birth=1964-08-12\neid.address=StructuredAddress\neid.address.country=D\neid.trust=FamilyName:High\neid.absence=BirthName:NotOnChip\neid.pseudonym.issuer=i\neid.pseudonym.value=v\neid.document=1\neid.two_factors=True"));
    }

    private static void ReadValues(string text)
    {
        if (PartialDate.TryParse(text, out var date) && (!PartialDate.TryParse(date.ToIsoText(), out var again) || !again.Equals(date)))
            throw new WrongReadingException("A date changes when it is written and read.");
        _ = new CountryCode(text).Iso;
        _ = new EidGender(text).Kind;
        if (AssuranceLevels.FromName(text) > AssuranceLevel.High)
            throw new WrongReadingException("A level above the highest.");
    }

    private static void ReadSession(string[] lines)
    {
        var claims = lines.Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2 && parts[0].Length > 0).Select(parts => new Claim(parts[0], parts[1]));
        if (!new ClaimsPrincipal(new ClaimsIdentity(claims, "session")).TryGetEidIdentity(out var identity))
            return;
        if (!new ClaimsPrincipal(identity.ToClaimsIdentity("session")).GetEidIdentity().Equals(identity))
            throw new WrongReadingException("An identity changes when it is written and read.");
    }
}
