using BaseComponents.Tests.Journeys.Browser;
using Microsoft.Playwright;

namespace BaseComponents.Tests.Journeys.Languages;

/// <summary>The pages in the other languages are as accessible as the German ones.</summary>
public sealed class LanguageAxeTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task Start_form_with_errors_and_payment_are_accessible_in_each_language()
    {
        var citizen = await ArriveAsync("sprachen");
        await citizen.BeginAsync();
        await citizen.LogInAsync("Erika Mustermann");
        await citizen.ArriveAtFormAsync();
        await citizen.FillInAsync();
        await citizen.ArriveAtAsync("Nachweis der Versicherung");
        await citizen.FollowAsync("Ohne neue Datei weiter");
        await citizen.ArriveAtAsync("Stimmt alles?");
        await citizen.ConfirmAsync();
        var path = citizen.CasePath;
        foreach (var (name, tag, next) in new[] { ("English", "en", "Continue"), ("Leichte Sprache", "de-simple", "Weiter") })
        {
            await citizen.OpenAsync("/");
            await citizen.FollowAsync(name);
            await citizen.LookAsync(tag + "-start", tag);
            await citizen.OpenAsync(path + "/bezahlen");
            await citizen.LookAsync(tag + "-bezahlen", tag);
            await citizen.OpenAsync(path + "/formular");
            await citizen.Page.FillAsync("#ChipNumber", "12");
            await citizen.PressAsync(next);
            await citizen.Page.GetByRole(AriaRole.Alert).First.WaitForAsync();
            await citizen.LookAsync(tag + "-fehler", tag);
        }
    }
}
