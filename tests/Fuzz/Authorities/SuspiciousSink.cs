extern alias authorities;

using System.Text.RegularExpressions;
using authorities::BaseComponents.Authorities;
using authorities::BaseComponents.Authorities.Wire;

namespace BaseComponents.Tests.Fuzz.Authorities;

/// <summary>Believes nothing that a reader hands over.</summary>
internal sealed partial class SuspiciousSink : IXzufiSink
{
    public void Stamp(MessageStamp stamp)
    {
        if (stamp.Position < 0)
            throw new WrongReadingException("A position is below nought.");
    }

    public void Write(XzufiService service)
    {
        if (service.Keys.Count == 0 || service.Keys.Any(key => key.IsEmpty))
            throw new WrongReadingException("A service has no key.");
        Line(service.Name);
        foreach (var synonym in service.Synonyms)
            Line(synonym);
        foreach (var text in service.Description.Texts)
            Html(text.Language, text.Text);
        foreach (var link in service.Description.Forms)
            Page(link.Address);
        if (service.Description.Fees.Any(fee => fee.Amount < 0 || fee.LowestAmount < 0 || fee.HighestAmount < 0))
            throw new WrongReadingException("A fee is below nought.");
    }

    public void Write(XzufiUnit unit)
    {
        var office = unit.Office;
        Line(office.Name);
        Page(office.WebPage);
        foreach (var address in new[] { office.MailAddress, office.DeMailAddress }.OfType<string>())
            Check(MailAddress().IsMatch(address), "A mail address is none.");
        foreach (var token in office.ServiceAccounts.Append(office.EgvpAddress).Append(office.ServiceConnectionKey).OfType<string>())
            Check(token.Length is > 0 and <= 500 && token.All(character => character is > ' ' and <= '~'), "An electronic address holds something strange.");
        foreach (var account in office.BankAccounts.Where(account => account.Iban is not null))
            Check(Iban().IsMatch(account.Iban!), "An account number has not the form of one.");
        foreach (var text in office.OpeningHours.Concat(office.Accessibility))
            Html(text.Language, text.Text);
        foreach (var channel in office.Channels)
            Line(channel.Value);
        foreach (var competence in unit.Competences)
            Competence(competence, office.Id);
    }

    public void Write(XzufiOnlineService onlineService)
    {
        Line(onlineService.Service.Name);
        foreach (var link in onlineService.Service.Links)
            Page(link.Address);
        foreach (var competence in onlineService.Competences)
            Competence(competence, onlineService.Service.Id);
    }

    public void Write(XzufiCompetence competence) => Competence(competence, competence.Unit);

    public void Delete(string kind, OfficeId id)
    {
        Line(kind);
        Line(id.Value);
    }

    public void Report(string element, string id, string problem) => Check(element.Length > 0 && problem.EndsWith('.'), "A report says nothing.");

    private static void Competence(XzufiCompetence competence, OfficeId unit)
    {
        Check(competence.Unit == unit, "A competence belongs to another unit.");
        Check(competence.Services.Count > 0 && competence.Areas.Count > 0, "A competence is for nothing.");
        Check(competence.Role.IsCompetent || (competence.IsAdvisory && competence.Destination is null), "Somebody decides who may not.");
    }

    private static void Page(Uri? address) => Check(address is null || (address.Scheme is "http" or "https" && address.UserInfo.Length == 0), "A page is none.");

    private static void Line(string text) => Check(text.Length is > 0 and <= 500 && !text.Any(char.IsControl) && text.Trim(' ') == text, "A text is no clean line.");

    private static void Html(string language, string html)
    {
        Check(Language().IsMatch(language), "A language is none.");
        Check(Tag().Replace(html, "").IndexOfAny(['<', '>', '"']) < 0 && html.Length < 1_000_000, "A text holds markup that is not allowed.");
    }

    private static void Check(bool isRight, string problem)
    {
        if (!isRight)
            throw new WrongReadingException(problem);
    }

    [GeneratedRegex("^[^@\\s,;<>]+@[^@\\s,;<>]+$")]
    private static partial Regex MailAddress();

    [GeneratedRegex("^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$")]
    private static partial Regex Iban();

    [GeneratedRegex("^[a-z0-9]{2,3}(-[a-z0-9]+)*$")]
    private static partial Regex Language();

    [GeneratedRegex("<br>|</?(p|h[1-6]|b|strong|i|em|sup|sub|ul|ol|li)>|<a href=\"(https?://|mailto:|tel:)[^\"<>]*\">|</a>")]
    private static partial Regex Tag();
}
