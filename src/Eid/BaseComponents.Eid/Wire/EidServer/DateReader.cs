using System.Xml;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>Dates: GeneralDateType, whose blanks stand for what is unknown, and whole days.</summary>
internal static class DateReader
{
    public static PartialDate? Read(XmlElement? date)
    {
        if (date is null)
            return null;
        var known = Digits(date.ExactText("DateString", AnswerElement.DateForm));
        var value = Day(date.Text("DateValue"));
        // Two dates of birth are none.
        if (value is { } whole && known is { } digits && digits != new PartialDate(whole))
            throw new XmlRefusedException("answer-date-contradiction");
        return known ?? (value is { } day ? new PartialDate(day) : null);
    }

    public static DateOnly? Day(string? text) => text is null ? null : XmlTime.ReadDay(text) ?? throw new XmlRefusedException("answer-date");

    // Eight blanks are a date of which nothing is known.
    private static PartialDate? Digits(string? text)
    {
        if (text is null)
            return null;
        return PartialDate.TryParse(text, out var date) ? date : throw new XmlRefusedException("answer-date");
    }
}
