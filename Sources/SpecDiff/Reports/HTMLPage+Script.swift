extension HTMLPage {
    /// Shows and hides what is there already; data is only ever compared with.
    static let script = """

        (function () {
          'use strict';
          const byID = (id) => document.getElementById(id);
          const form = byID('filters');
          const items = Array.from(document.querySelectorAll('.finding'));
          const groups = Array.from(document.querySelectorAll('.group'));
          const toggles = Array.from(document.querySelectorAll('.toggle'));
          const empty = document.querySelector('.empty');
          const texts = new Map(items.map((item) => [
            item, (item.closest('.group').querySelector('h2').textContent + ' ' + item.textContent).toLowerCase()
          ]));
          const isPressed = (toggle) => toggle.getAttribute('aria-pressed') === 'true';
          const press = (toggle, pressed) => toggle.setAttribute('aria-pressed', pressed ? 'true' : 'false');

          function read() {
            const wanted = new URLSearchParams(location.hash.slice(1));
            byID('text').value = wanted.get('filter') || '';
            byID('operation').value = wanted.get('operation') || '';
            if (byID('operation').selectedIndex < 0) byID('operation').value = '';
            byID('axis').value = wanted.get('axis') || '';
            if (byID('axis').selectedIndex < 0) byID('axis').value = '';
            const levels = wanted.get('severity');
            toggles.forEach((toggle) => press(toggle, !levels || levels.split(',').includes(toggle.dataset.severity)));
          }

          function note() {
            const wanted = new URLSearchParams();
            if (byID('text').value) wanted.set('filter', byID('text').value);
            if (byID('operation').value) wanted.set('operation', byID('operation').value);
            if (byID('axis').value) wanted.set('axis', byID('axis').value);
            const pressed = toggles.filter(isPressed).map((toggle) => toggle.dataset.severity);
            if (pressed.length < toggles.length) wanted.set('severity', pressed.join(',') || 'none');
            const hash = wanted.toString();
            try {
              history.replaceState(null, '', hash ? '#' + hash : location.pathname + location.search);
            } catch (error) {
              // A page that was not loaded from an address of its own has no history to note filters in.
            }
          }

          function apply() {
            const words = byID('text').value.toLowerCase().split(/\\s+/).filter(Boolean);
            const operation = byID('operation').value;
            const axis = byID('axis').value;
            const levels = toggles.filter(isPressed).map((toggle) => toggle.dataset.severity);
            let shown = 0;
            items.forEach((item) => {
              const level = item.dataset[axis || 'severity'];
              const fits = levels.includes(level)
                && (!operation || item.dataset.operations.split('\\n').includes(operation))
                && words.every((word) => texts.get(item).includes(word));
              item.hidden = !fits;
              if (fits) shown += 1;
            });
            groups.forEach((group) => { group.hidden = !group.querySelector('.finding:not([hidden])'); });
            empty.hidden = shown > 0;
            byID('count').textContent = shown === items.length
              ? items.length + ' changes' : shown + ' of ' + items.length + ' changes';
          }

          function changed() { note(); apply(); }

          form.addEventListener('input', changed);
          form.addEventListener('submit', (event) => event.preventDefault());
          form.addEventListener('reset', () => setTimeout(() => {
            toggles.forEach((toggle) => press(toggle, true));
            changed();
          }));
          toggles.forEach((toggle) => toggle.addEventListener('click', () => {
            press(toggle, !isPressed(toggle));
            changed();
          }));
          byID('open').addEventListener('click', () => items.forEach((item) => { item.open = !item.hidden; }));
          byID('close').addEventListener('click', () => items.forEach((item) => { item.open = false; }));
          window.addEventListener('hashchange', () => {
            if (location.hash !== '#changes') { read(); apply(); }
          });
          form.hidden = items.length === 0;
          if (items.length) { read(); apply(); }
        })();

        """
}
