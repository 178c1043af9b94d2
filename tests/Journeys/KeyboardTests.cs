using BaseComponents.Tests.Journeys.Browser;
using DogLicence.LogIns;

namespace BaseComponents.Tests.Journeys;

/// <summary>Without a mouse: everything is reached by the tab key, in the order of the page, and one sees where one is.</summary>
public sealed class KeyboardTests(Chromium chromium) : Journey(chromium)
{
    // The browser moves the focus, and scrolls to it, before it draws.
    private const string NextFrame = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    // Where the focus is, how it can be seen, and whether it lies within the window.
    private const string Focus = """
        () => {
          const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
          const seen = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none';
          const place = [...document.querySelectorAll('*')].indexOf(e);
          return [e.id || e.textContent.trim() || e.tagName, String(seen), String(r.bottom > 0 && r.top < innerHeight), String(place)];
        }
        """;

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Every_control_is_reached_in_order_and_seen(int width)
    {
        var citizen = await ArriveAsync($"keyboard-{width}", width);
        await citizen.BeginAsync();
        await citizen.LogInAsync("Erika Mustermann");
        await citizen.ArriveAtAsync("Angaben zu Ihnen und zum Hund");

        // Skip link, name of the service, log-out, three languages, seven texts, six parts of dates, four groups of buttons, the button, three links.
        (await WalkByTabAsync(citizen)).Should().HaveCount(1 + 1 + 1 + 3 + 7 + 6 + 4 + 1 + 3);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Every_log_in_is_reached_in_order_and_seen(int width)
    {
        var citizen = await ArriveAsync($"keyboard-login-{width}", width);
        await citizen.BeginAsync();

        // Skip link, name of the service, the four log-ins, three links.
        var controls = await WalkByTabAsync(citizen);
        controls.Should().HaveCount(1 + 1 + 3 + 4 + 3);
        controls.Skip(5).Take(4).Should().Equal(LogInWay.All.Select(way => way.Button));
    }

    [Fact]
    public async Task A_log_in_and_the_way_back_need_the_keyboard_alone()
    {
        var citizen = await ArriveAsync("keyboard-login-way");
        await citizen.BeginAsync();
        for (var i = 0; i < 6; i++)
            await TabAsync(citizen);

        await citizen.Page.Keyboard.PressAsync("Enter");
        await citizen.ArriveAtAsync("Anmelden");
        for (var (name, _, _, _) = await TabAsync(citizen); name != "Anmelden als Erika Mustermann"; (name, _, _, _) = await TabAsync(citizen))
            name.Should().NotBe("BODY", "the person is somewhere on the page");
        await citizen.Page.Keyboard.PressAsync("Enter");
        await citizen.ArriveAtAsync("Zurück zur Anwendung");
        await citizen.Page.Keyboard.PressAsync("Enter");

        await citizen.ArriveAtFormAsync();
    }

    [Fact]
    public async Task The_first_steps_need_the_keyboard_alone()
    {
        var citizen = await ArriveAsync("keyboard-way");
        await citizen.OpenAsync("/");
        await citizen.ArriveAtAsync("Einen Hund anmelden");

        await citizen.Page.Keyboard.PressAsync("Tab");
        await citizen.Page.Keyboard.PressAsync("Enter");
        (await citizen.Page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("inhalt", "the first control leads past the header");
        await citizen.Page.Keyboard.PressAsync("Tab");
        await citizen.Page.Keyboard.TypeAsync("Freiberg");
        await citizen.Page.Keyboard.PressAsync("Enter");

        await citizen.Page.GetByText("Diese Stelle ist zuständig").WaitForAsync();
    }

    /// <summary>From the top of the page to its end; the names of all that took the focus.</summary>
    private static async Task<List<string>> WalkByTabAsync(Citizen citizen)
    {
        var (controls, last) = (new List<string>(), -1);
        for (var (name, isSeen, isInside, place) = await TabAsync(citizen); place > last; (name, isSeen, isInside, place) = await TabAsync(citizen))
        {
            isSeen.Should().BeTrue($"'{name}' shows that it has the focus");
            isInside.Should().BeTrue($"'{name}' is scrolled into the window");
            controls.Add(name);
            last = place;
        }

        return controls;
    }

    private static async Task<(string Name, bool IsSeen, bool IsInside, int Place)> TabAsync(Citizen citizen)
    {
        await citizen.Page.Keyboard.PressAsync("Tab");
        await citizen.Page.EvaluateAsync(NextFrame);
        var focus = await citizen.Page.EvaluateAsync<string[]>(Focus);
        return (focus[0], focus[1] == "true", focus[2] == "true", int.Parse(focus[3], System.Globalization.CultureInfo.InvariantCulture));
    }
}
