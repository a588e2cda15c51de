# Prints the numbers of schedule_test.cpp and optimizer_test.cpp with PyTorch, by hand: python3 make_training_numbers.py
import torch, math, json
def run(mk, n=12, lr=0.5):
    p=torch.nn.Parameter(torch.zeros(1)); o=torch.optim.SGD([p],lr=lr); s=mk(o); out=[]
    for t in range(n):
        out.append(o.param_groups[0]['lr']); o.step(); 
        try: s.step()
        except ValueError as e: break
    return out
L=torch.optim.lr_scheduler
for name,mk in dict(step=lambda o:L.StepLR(o,3,gamma=.5),exponential=lambda o:L.ExponentialLR(o,.9),cosine=lambda o:L.CosineAnnealingLR(o,5,eta_min=.1),linear=lambda o:L.LinearLR(o,start_factor=.25,total_iters=4),one_cycle=lambda o:L.OneCycleLR(o,max_lr=.5,total_steps=12,pct_start=.3,cycle_momentum=False)).items():
    print(name, [float('%.15g'%x) for x in run(mk)])
# optimizers with every option
def grad(k,j): return (((3*k+5*j)%7)-3)/4
P=[1.0,-2.0,0.5,3.0,0.0]
def opt(mk,clip=None,n=25):
    p=torch.nn.Parameter(torch.tensor(P,dtype=torch.float64)); o=mk([p])
    for k in range(1,n+1):
        p.grad=torch.tensor([grad(k,j) for j in range(5)],dtype=torch.float64)
        if clip=='norm': torch.nn.utils.clip_grad_norm_([p],0.7)
        if clip=='value': torch.nn.utils.clip_grad_value_([p],0.3)
        o.step()
    return [float(x) for x in p.detach()]
O=torch.optim
for name,mk,clip in [
 ('sgd',lambda p:O.SGD(p,lr=.05),None),
 ('sgd momentum dampening wd',lambda p:O.SGD(p,lr=.05,momentum=.9,dampening=.3,weight_decay=.02),None),
 ('sgd nesterov',lambda p:O.SGD(p,lr=.05,momentum=.9,nesterov=True,weight_decay=.02),None),
 ('adagrad',lambda p:O.Adagrad(p,lr=.1,lr_decay=.05,weight_decay=.02,initial_accumulator_value=.3),None),
 ('rmsprop',lambda p:O.RMSprop(p,lr=.02,alpha=.9,eps=1e-6,weight_decay=.02),None),
 ('adam',lambda p:O.Adam(p,lr=.05,betas=(.8,.95),eps=1e-6,weight_decay=.02),None),
 ('adamw default',lambda p:O.AdamW(p,lr=.05),None),
 ('adamw amsgrad',lambda p:O.AdamW(p,lr=.05,weight_decay=.1,amsgrad=True),None),
 ('sgd clip norm',lambda p:O.SGD(p,lr=.05,momentum=.5),'norm'),
 ('adam clip value',lambda p:O.Adam(p,lr=.05),'value')]:
    print(name, opt(mk,clip))
