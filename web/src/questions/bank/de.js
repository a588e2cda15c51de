// The texts of the lessons' questions, in German, by id; the same keys as in en.js.

/** @type {Record<string, { text: string, options?: Record<string, string> }>} */
export default {
  'problem-loss': { text: 'Ein Modell wird an zwei Punkten gefragt. Seine Fehler sind {a} und {b}. Wie groß ist der Loss, das Mittel der quadrierten Fehler?' },
  'problem-combinations': { text: 'Ein Netz hat {weights} Gewichte. Für jedes probierst du {values} Werte und testest jede Kombination. Wie viele Tests sind das?' },
  'problem-growth': {
    text: 'Für jedes Gewicht probierst du {values} Werte, in jeder Kombination. Das Modell bekommt ein Gewicht mehr. Wie viel mehr Arbeit ist das?',
    options: { more: '{values} Tests mehr', double: 'doppelt so viele Tests', times: '{values}-mal so viele Tests' },
  },
  'problem-step': { text: 'Der Loss ist (w − {target})², und w = {w}. Mache einen Schritt des Gradientenabstiegs mit Lernrate {rate}. Wie groß ist das neue w?' },
  'problem-stuck': {
    text: 'Die Kugel liegt an einer Stelle, an der die Steigung genau 0 ist. Du machst noch hundert Schritte Gradientenabstieg. Wo ist sie dann?',
    options: { lowest: 'an der tiefsten Stelle von allen', over: 'auf der anderen Seite des Tals', stays: 'wo sie war' },
  },
  'chain-gears': { text: 'u = {inner} · x und y = {outer} · u. Wie groß ist dy/dx bei x = {x}?' },
  'chain-sine': { text: 'y = sin({a} · x²). Schreibe dy/dx.' },
  'chain-power': { text: 'u = {a} · x + {b} und y = u hoch {n}. Schreibe dy/dx.' },
  'chain-product': { text: 'y = (x + {a}) · (x² + {b}). Schreibe dy/dx.' },
  'chain-quotient': { text: 'y = {b} · x / (x² + {a}). Schreibe dy/dx.' },
  'composition-tanh': { text: 'Ein Netz mit einem Neuron: a = tanh({x} · w), y = {v} · a und w = {w}. Wie groß ist ∂y/∂w?' },
  'composition-layers': {
    text: 'Ein Netz hat drei Schichten. Was wird in den Gradienten von W₁ multipliziert, das im Gradienten von W₃ nicht vorkommt?',
    options: { between: 'die Ableitungen der Schichten 3 und 2 nach ihren Eingaben', own: 'nur die Ableitung von Schicht 1 nach ihren eigenen Gewichten', sum: 'nichts: Die Ableitungen der Schichten werden addiert' },
  },
  'passes-graph': { text: 'Trage die Werte von links nach rechts ein, dann die Gradienten vom Loss zurück bis w und b.' },
  'passes-error': { text: 'Die Vorhersage ist {prediction}, das Ziel {target} und der Loss (Vorhersage − Ziel)². Wie groß ist der Gradient des Loss nach der Vorhersage?' },
  'passes-batch': { text: 'Die Vorhersage ist w · x mit w = {w}. Zwei Beispiele: x = {x1} mit Ziel {t1} und x = {x2} mit Ziel {t2}. Der Loss ist das Mittel der quadrierten Fehler. Wie groß ist ∂Loss/∂w?' },
  'direction-sign': {
    text: 'Ein Gewicht hat den Gradienten {gradient}. Wohin bewegt es der Gradientenabstieg?',
    options: { raise: 'nach oben: Das Gewicht wächst', lower: 'nach unten: Das Gewicht wird kleiner', neither: 'gar nicht' },
  },
  'direction-change': { text: 'Ein Gewicht ist {w}, sein Gradient {gradient}. Es wird um {percent} % erhöht. Um wie viel ändert sich der Loss in erster Ordnung?' },
  'direction-sensitive': {
    text: 'Gewicht A hat den Gradienten {a}, Gewicht B den Gradienten {b}. Du darfst eines um einen winzigen Betrag ändern, denselben für beide. Welches ändert den Loss mehr?',
    options: { first: 'A', second: 'B', same: 'beide gleich' },
  },
  'direction-drop': { text: 'Ein Gewicht hat den Gradienten {gradient}. Es macht einen Schritt Gradientenabstieg mit Lernrate {rate}. Um wie viel sollte sich der Loss ändern, in erster Ordnung?' },
  'direction-rate': {
    text: 'Der Loss ist {curve} · w², seine Steigung bei w also {twice} · w. Der Gradientenabstieg läuft mit Lernrate {rate}. Was geschieht mit w?',
    options: { smooth: 'es geht von einer Seite her gegen 0', over: 'es springt jedes Mal auf die andere Seite und kommt näher', away: 'es springt jedes Mal auf die andere Seite und entfernt sich' },
  },
  'direction-two': { text: 'Zwei Gewichte haben die Gradienten {g1} und {g2}. Das erste wird um {d1} verändert, das zweite um {d2}. Um wie viel sollte sich der Loss ändern, in erster Ordnung?' },
  'graph-polynomial': { text: 'y = x² + {b}x + {c} als Graph, bei x = {x}. Trage die Werte ein, dann die Gradienten von y zurück bis x.' },
  'graph-seven': { text: 'x = {x}, y = x² + {b}x + {c}, dann y.backward(). Wie groß ist x.grad?' },
  'graph-twice': { text: 'x = {x} und y = {b} · x². Vorwärts- und Rückwärtsdurchlauf werden {times}-mal ausgeführt, zero_grad nie. Wie groß ist x.grad am Ende?' },
  'graph-detach': { text: 'x = {x}, c = x.detach() und y = c · x. Was ist x.grad nach y.backward()?' },
  'efficiency-count': { text: 'Eine Kette hat {layers} Schichten mit je einem Gewicht. Der Pfad zum letzten Gewicht kostet 1 Multiplikation, der zum vorletzten 2 und so weiter. Jeder Pfad wird für sich gerechnet. Wie viele Multiplikationen sind das?' },
  'efficiency-growth': { text: 'Ein Netz wächst auf das {times}-Fache an Schichten. Jeder Gradient wird für sich berechnet, mit Aufwand O(n²). Auf das Wievielfache wächst die Arbeit?' },
  'efficiency-reuse': { text: 'Eine Kette hat {layers} Schichten mit je einem Gewicht. Der Gradient an jeder Schicht wird behalten: Von einer Schicht zur davor braucht es 1 Multiplikation, von einer Schicht zu ihrem Gewicht 1 weitere. Der Gradient an der letzten Schicht ist gegeben. Wie viele Multiplikationen sind das für alle {layers} Gewichte?' },
  'efficiency-direction': {
    text: 'Eine Funktion macht aus {inputs} Zahlen {outputs}, und du willst die Ableitung jedes Ausgangs nach jedem Eingang. Auf welchem Weg braucht es weniger Durchläufe?',
    options: { backward: 'rückwärts: ein Durchlauf je Ausgang', forward: 'vorwärts: ein Durchlauf je Eingang', same: 'auf beiden gleich viele' },
  },
  'efficiency-memory': {
    text: 'Irgendwo im Netz steht y = w · x, und rückwärts kommt ∂L/∂y an. Welcher Wert des Vorwärtsdurchlaufs muss noch da sein, damit sich ∂L/∂w finden lässt?',
    options: { input: 'x, was hineinging', output: 'y, was herauskam', nothing: 'keiner: ∂L/∂y genügt' },
  },
  'exercise-chain': { text: 'y = ({a}x + {b})². Schreibe dy/dx nach der Kettenregel.' },
  'exercise-layers': { text: 'Drei Schichten. Am Ausgang ist der Gradient {output}; rückwärts sind die lokalen Gradienten {c}, {b} und {a}. Wie groß ist der Gradient an der ersten Schicht?' },
  'exercise-update': { text: 'w = {w}, ∂Loss/∂w = {gradient}, und die Lernrate ist {rate}. Wie groß ist das neue Gewicht?' },
  'flow-vanishing': { text: 'Rückwärts durch jede von {layers} Schichten wird der Gradient mit {slope} multipliziert. Was bleibt von einem Gradienten von 1?' },
  'flow-sigmoid': { text: 'Die Sigmoidfunktion von z = {z} ist {y}. Wie groß ist dort ihre Ableitung?' },
  'flow-either': {
    text: 'Jede Schicht multipliziert den Gradienten mit Gewicht · Steigung = {w} · {slope}. Was geschieht mit ihm in einem tiefen Netz?',
    options: { grow: 'er explodiert', vanish: 'er verschwindet', same: 'er behält seine Größe' },
  },
  'flow-residual': { text: 'Eine Schicht addiert zu dem, was an ihr vorbeigeht: h = x + f(x). An dieser Stelle ist die Steigung von f, Gewicht · Steigung der Aktivierung, {w} · {slope}. Womit wird ein Gradient auf dem Weg zurück von h zu x multipliziert?' },
  'beyond-momentum': { text: 'Momentum 0,9: Die Geschwindigkeit ist {velocity}, dann kommt ein Gradient von {gradient}. w = {w}, und die Lernrate ist {rate}. Neue Geschwindigkeit: 0,9 · alte + Gradient. Wie groß ist das neue w?' },
  'beyond-difference': { text: 'f(x) = x³. Was sagt die zentrale Differenz über f′({x}), mit h = {h}?' },
};
